import { tokensOf, type DialogueTurn } from "./dialogue.ts";

/** Features of a text or a context in groups; each group weighs alike however long its text is. */
export type FeatureGroups = readonly (readonly string[])[];

const shaped = (word: string): string => (/^\p{N}+$/u.test(word) ? `#${word.length}` : word);

const pairs = (words: readonly string[]): string[] => words.slice(1).map((word, i) => `${words[i] ?? ""} ${word}`);

/** Turns before the last ones, whose words still say what it is all about. */
const earlierTurns = 12;
const longestText = 80;

/**
 * What a context says about the reply that comes: the words and word pairs of what the customer said last, of what the agent said before, of what a
 * tool showed since, and the words of what came earlier.
 */
export function contextFeatures(context: readonly DialogueTurn[]): FeatureGroups {
  const lastAgent = context.findLastIndex(({ speaker }) => speaker === "agent");
  const since = context.slice(lastAgent + 1);
  const before = context.slice(Math.max(0, lastAgent - earlierTurns), Math.max(0, lastAgent));
  const wordsOf = (turns: readonly DialogueTurn[], speaker: DialogueTurn["speaker"]): string[] =>
    turns.flatMap((turn) => (turn.speaker === speaker ? tokensOf(turn.text).slice(-longestText) : []));
  const said = wordsOf(since, "customer").map(shaped);
  const agentText = context[lastAgent]?.text ?? "";
  const agent = tokensOf(agentText).slice(0, longestText).map(shaped);
  const shown = since.filter(({ speaker }) => speaker === "system");
  const lastShown = shown.length > 0 ? tokensOf(shown.at(-1)?.text ?? "").slice(0, longestText).map(shaped) : [];
  const prefixed = (prefix: string, words: readonly string[]): string[] => words.map((word) => `${prefix}${word}`);
  const secondLastAgent = context.slice(0, Math.max(0, lastAgent)).findLast(({ speaker }) => speaker === "agent");
  // Whether what the customer says is what the tool shows: a right answer, a name that was found.
  const shownWords = new Set(lastShown);
  const own = [...new Set(tokensOf(since.findLast(({ speaker }) => speaker === "customer")?.text ?? "").map(shaped))].filter((word) => word.length > 2);
  const echoed = own.filter((word) => shownWords.has(word)).length;
  const echo = shown.length === 0 ? "no tool" : echoed === 0 ? "none" : echoed < own.length ? "some" : "all";
  const lastIs = context.at(-1)?.speaker ?? "nobody";
  return [
    [...prefixed("c:", said), ...prefixed("c:", pairs(["^", ...said, "$"]))],
    [...prefixed("a:", agent), ...prefixed("a:", pairs(["^", ...agent, "$"])), `A:${agent.join(" ")}`],
    [...prefixed("s:", lastShown), ...prefixed("s:", pairs(lastShown))],
    prefixed("h:", wordsOf(before, "customer").map(shaped)),
    [...prefixed("g:", wordsOf(before, "agent").map(shaped)), `B:${tokensOf(secondLastAgent?.text ?? "").map(shaped).join(" ")}`],
    [`n:${Math.min(6, context.filter(({ speaker }) => speaker === "agent").length)}`, `l:${lastIs}`, `m:${Math.min(3, since.filter(({ speaker }) => speaker === "customer").length)}`, `k:${Math.min(3, shown.length)}`, `e:${echo}`, `e:${echo} ${lastShown[1] ?? ""}`],
  ];
}

/** What a reply is made of: its words, pairs of them, and the whole with numbers as shapes. */
export function replyFeatures(text: string): FeatureGroups {
  const words = tokensOf(text).slice(0, longestText).map(shaped);
  return [[...words, ...pairs(["^", ...words, "$"])], [`R:${words.join(" ")}`]];
}

/** What each part of a context says about how alike two are: what the customer said last and what the agent had just asked say most. */
export const partWeights: Readonly<Record<string, number>> = { c: 1, a: 0.7, A: 2, s: 1, h: 0.25, g: 0.2, B: 0.8, n: 0.7, l: 1, m: 0.5, k: 0.5, e: 0.3 };
