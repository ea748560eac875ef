import type { Language } from "./turn.ts";

/** An answer of the shop's knowledge: where it stands, and how much of the question it is about, 0 to 1. */
export type KnowledgeAnswer = { text: string; source: string; score: number };

/** Any question in own words. At most three answers, best first; none where nothing is about it. @param language of the answers; null takes the question's */
export type AskKnowledge = (question: string, language: Language | null) => KnowledgeAnswer[];
