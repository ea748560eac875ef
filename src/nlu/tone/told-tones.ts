import type { ToneFinding } from "../../core/tone.ts";
import type { Language } from "../../core/turn.ts";
import { hurtful } from "./hurtful.ts";
import { betterWords } from "./better-words.ts";
import { hedged, overPromising } from "./over-promising.ts";
import { harmfulSentences } from "./sentence-tone.ts";

const kinds = { blaming: "blaming", dismissive: "dismissive", promising: "over-promising" } as const;

/**
 * Every place of a draft that blames, belittles, promises too much or speaks the house's own words. Patterns know the usual ways and name the very words;
 * where they find nothing in a sentence the model is asked, which knows more ways and can only say the sentence.
 */
export function toldTones(draft: string, language: Language): ToneFinding[] {
  const known = [...hurtful(draft, language), ...overPromising(draft, language)];
  const more = harmfulSentences(draft, language).flatMap(({ start, end, tone }): ToneFinding[] => {
    if (tone === "refusing" || known.some((one) => one.kind !== "jargon" && one.start < end && start < one.end)) return [];
    if (tone === "promising" && (hedged[language].test(draft.slice(start, end)) || draft.slice(start, end).includes("?"))) return [];
    return [{ start, end, kind: kinds[tone], alternative: betterWords[language][tone] }];
  });
  return [...known, ...more];
}
