import type { AskKnowledge, KnowledgeAnswer } from "../core/knowledge.ts";
import type { Language } from "../core/turn.ts";

/** Scores are rounded to hundredths; articles this near each other fit equally well. */
const asGood = 0.015;

/**
 * The article that answers a question, or null.
 *
 * Where several fit equally well the question has only the topic's own words ("how do I cook it?", "how do I cook kangaroo?"), and none of them is about it.
 */
export function bestArticle(ask: AskKnowledge, question: string, language: Language): KnowledgeAnswer | null {
  const [best, second] = ask(question, language);
  return best && (second === undefined || best.score - second.score > asGood) ? best : null;
}
