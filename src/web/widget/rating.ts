import type { chatTexts } from "../texts/chat-texts.ts";
import type { Say } from "../texts/speak.ts";
import { make } from "./make.ts";

const scores = [1, 2, 3, 4, 5] as const;

/** Five labelled buttons; one press rates, and the question is not asked twice. @param given the earlier answer, after a reload */
export function ratingButtons(say: Say<typeof chatTexts>, given: number | null, onRate: (score: number) => void): HTMLElement {
  const chosen = (score: number): HTMLElement =>
    make("div", { class: "relevo-thanks", role: "status" }, say("csat.given", { score, word: say(`rate.${score}` as keyof typeof chatTexts).toLowerCase() }));
  const box = make("div", {});
  if (given !== null) {
    box.append(chosen(given));
    return box;
  }
  const group = make("div", { class: "relevo-rate", role: "group", "aria-label": say("csat"), "data-testid": "csat" });
  for (const score of scores) {
    const word = say(`rate.${score}`);
    const button = make("button", { type: "button", "data-score": String(score), "aria-label": `${score}: ${word}` }, make("b", {}, String(score)), word);
    button.addEventListener("click", () => {
      box.replaceChildren(chosen(score));
      onRate(score);
    });
    group.append(button);
  }
  box.append(group);
  return box;
}
