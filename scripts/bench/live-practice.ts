import { votedTemplates } from "../../src/core/practice-votes.ts";
import { leastRelevance } from "../../src/core/whisper.ts";
import type { DialogueTurn } from "../../src/nlu/replies/dialogue.ts";
import { createPastReplies, type LikePractice } from "../../src/nlu/replies/past-replies.ts";
import type { PastDialogue } from "../../src/nlu/replies/reply-model.ts";
import { createReplyTemplates } from "../../src/nlu/replies/templates-of-replies.ts";
import type { ReplyGoldLine, ReplyPoolLine } from "../predict/reply-lines.ts";
import { share, type Share } from "./intent-figures.ts";

/** As many turns of a situation, and as many like cases, as the live whisper keeps and looks at. */
const turnsKept = 6;
const casesAsked = 60;

/** What people said: a tool's lines are not in a conversation's log. */
const spoken = (turns: readonly DialogueTurn[]): DialogueTurn[] => turns.filter(({ speaker }) => speaker !== "system").map(({ speaker, text }) => ({ speaker, text }));

/** How well the live whisper finds among colleagues' past replies, of all templates, the one that was written next, before calming has its say. English sets only. */
export function livePractice(past: readonly PastDialogue[], pool: readonly ReplyPoolLine[], asked: readonly ReplyGoldLine[]): { measure: string; share: Share }[] {
  const templates = createReplyTemplates();
  const replies = createPastReplies((text) => text);
  past.forEach(({ turns }, d) => {
    const said = spoken(turns);
    said.forEach(({ speaker, text }, i) => {
      if (speaker !== "agent" || i === 0) return;
      replies.add({ conversationId: `d${d}`, customer: `d${d}`, template: templates.of(text, "en"), text, language: "en", context: said.slice(Math.max(0, i - turnsKept), i), intent: null });
    });
  });
  const texts = new Map(pool.map(({ i, text }) => [i, text]));
  const ranked = asked.flatMap(({ context, gold }) => {
    const cases = replies.like({ context: spoken(context), intent: null, language: "en", at: 0 }, casesAsked).filter(({ relevance }) => relevance >= leastRelevance);
    return cases.length === 0 ? [] : [{ right: templates.of(texts.get(gold) ?? "", "en"), voted: votedTemplates(cases).map(({ template }) => template), byBestCase: templateOf(cases) }];
  });
  const hits = (measure: string, hit: (one: (typeof ranked)[number]) => boolean): { measure: string; share: Share } => ({ measure, share: share(ranked.filter(hit).length, ranked.length) });
  return [
    { measure: "turns with a like case", share: share(ranked.length, asked.length) },
    hits("of these, the template written next is first", ({ right, voted }) => voted[0] === right),
    hits("it is in the first 3", ({ right, voted }) => voted.slice(0, 3).includes(right)),
    hits("it would be first by the best case alone", ({ right, byBestCase }) => byBestCase === right),
  ];
}

const templateOf = (cases: readonly LikePractice[]): string | undefined => cases.reduce<LikePractice | undefined>((best, one) => (best && best.relevance >= one.relevance ? best : one), undefined)?.template;
