import type { AskKnowledge, KnowledgeAnswer } from "../core/knowledge.ts";
import type { Language } from "../core/turn.ts";

/**
 * The odds that the best article answers must be this many times those of the next. "How do I cook it?" has only the topic's own words, the articles about
 * cooking lie within a factor of two of one another, and none of them is meant.
 */
const clearly = 2.5;
/** Scores are rounded to hundredths: above this the odds are not known better. */
const surest = 0.995;

/** The article that answers a question, or null: a person looking for something reads three and picks, a customer in a chat is told one. */
export function bestArticle(ask: AskKnowledge, question: string, language: Language): KnowledgeAnswer | null {
  const [best, second] = ask(question, language);
  return best && (second === undefined || odds(best.score) >= clearly * odds(second.score)) ? best : null;
}

const odds = (score: number): number => Math.min(score, surest) / (1 - Math.min(score, surest));
