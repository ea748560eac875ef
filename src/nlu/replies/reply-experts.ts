import { habitNames, learnHabits, type AgentHabits } from "./agent-habits.ts";
import { contextFeatures, replyFeatures, type FeatureGroups } from "./context-features.ts";
import { tokensOf, type DialogueTurn, type PastReply } from "./dialogue.ts";
import { joined, trainDualEncoder, type DualEncoder, type EncoderSettings } from "./dual-encoder.ts";
import { createReplyMemory, type ReplyMemory } from "./reply-memory.ts";
import { likeness, type TermVector } from "./term-vectors.ts";
import { learnAssociation, type WordAssociation } from "./word-association.ts";

/** All that judges whether a reply fits a context; each by itself, `blend.ts` weighs them. */
export type ReplyExperts = { memory: ReplyMemory; encoder: DualEncoder; association: WordAssociation; habits: AgentHabits; contextVectors: Float32Array };

/** A reply read once, for all contexts it is judged in. */
export type ReadReply = { text: string; words: string[]; numbers: string[]; vector: TermVector; point: Float32Array };

export const expertNames = [
  "encoder", "called", "calledMean", "copied", "copiedMean", "casesSum", "casesBest", "casesFirst", "denseSum", "denseBest",
  "likeCustomer", "likeShown", "likeAgent", "likeEarlier", "length", "foreignNumbers", "ownNumbers", "question", "justSaid", ...habitNames,
] as const;

/**
 * The second encoder starts elsewhere and must do with fewer of the features, longer, so that it errs differently. Measured on dialogues held aside:
 * alone it is as good as the first, together they are better, and a third adds less than it costs.
 */
const otherStart = ({ seed, epochs }: EncoderSettings): Partial<EncoderSettings> => ({ seed: seed + 1, dropped: 0.35, epochs: Math.round(epochs * 1.5) });
const casesAsked = 40;
/** Likeness from which a candidate is what the agent said last. */
const sameWords = 0.95;

export function trainExperts(past: readonly PastReply[], settings: EncoderSettings): ReplyExperts {
  const memory = createReplyMemory();
  for (const reply of past) memory.add(reply);
  const once = interned();
  const pairs = past.map(({ context, text }) => ({ context: once(contextFeatures(context)), reply: once(replyFeatures(text)), key: text }));
  const encoder = joined([trainDualEncoder(pairs, settings), trainDualEncoder(pairs, { ...settings, ...otherStart(settings) })]);
  const contextVectors = new Float32Array(past.length * encoder.dimensions);
  pairs.forEach(({ context }, i) => contextVectors.set(encoder.context(context), i * encoder.dimensions));
  return { memory, encoder, association: learnAssociation(past), habits: learnHabits(past.map(({ text }) => text)), contextVectors };
}

/** Keeps each feature once, however many texts have it: millions of short strings are most of what training takes. */
function interned(): (groups: FeatureGroups) => FeatureGroups {
  const kept = new Map<string, string>();
  const keep = (feature: string): string => {
    const known = kept.get(feature);
    if (known !== undefined) return known;
    kept.set(feature, feature);
    return feature;
  };
  return (groups) => groups.map((group) => group.map(keep));
}

export const readReply = ({ memory, encoder }: ReplyExperts, text: string): ReadReply => {
  const words = [...new Set(tokensOf(text))];
  return { text, words, numbers: words.filter((word) => /^\p{N}+$/u.test(word)), vector: memory.vectorOf(text), point: encoder.reply(replyFeatures(text)) };
};

const dot = (a: Float32Array, from: number, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < b.length; i += 1) sum += (a[from + i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** Like cases by the encoder's own view of contexts. */
function denseCases({ contextVectors, encoder }: ReplyExperts, point: Float32Array, atMost: number): { id: number; score: number }[] {
  const best: { id: number; score: number }[] = [];
  const count = contextVectors.length / encoder.dimensions;
  let least = -Infinity;
  for (let id = 0; id < count; id += 1) {
    const score = dot(contextVectors, id * encoder.dimensions, point);
    if (score <= least) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
    best.splice(at, 0, { id, score });
    if (best.length > atMost) best.pop();
    if (best.length === atMost) least = best.at(-1)?.score ?? -Infinity;
  }
  return best;
}

/** How much of the cases found speaks for one wording: all of their shares, those of the first ones, and the greatest. */
type CasesOfWording = { vector: TermVector; shares: number; first: number; best: number };
const firstCases = 10;

/** Like cases were mostly answered in the same few wordings, and comparing a candidate with a wording is what takes time. */
function byWording(memory: ReplyMemory, found: readonly { id: number; score: number }[], shareOf: (score: number) => number): CasesOfWording[] {
  const wordings = new Map<string, CasesOfWording>();
  found.forEach(({ id, score }, rank) => {
    const { text, vector } = memory.at(id);
    const share = shareOf(score);
    const known = wordings.get(text) ?? { vector, shares: 0, first: 0, best: 0 };
    wordings.set(text, { vector: known.vector, shares: known.shares + share, first: known.first + (rank < firstCases ? share : 0), best: Math.max(known.best, share) });
  });
  return [...wordings.values()];
}

/** What every expert says of every candidate: one row of `expertNames` per candidate. */
export function judge(experts: ReplyExperts, context: readonly DialogueTurn[], candidates: readonly ReadReply[]): Float32Array {
  const { memory, encoder, association } = experts;
  const point = encoder.context(contextFeatures(context));
  const found = memory.inLikeContexts(context, casesAsked);
  const topCase = found[0]?.score ?? 1;
  const cases = byWording(memory, found, (score) => (score / topCase) ** 4);
  const dense = byWording(memory, denseCases(experts, point, casesAsked), (score) => Math.exp(10 * (score - 1)));
  const score = association.scorer(context);
  const lastAgent = context.findLastIndex(({ speaker }) => speaker === "agent");
  const since = context.slice(lastAgent + 1);
  const customer = memory.vectorOf(since.filter(({ speaker }) => speaker === "customer").map(({ text }) => text).join(" "));
  const shown = memory.vectorOf(since.findLast(({ speaker }) => speaker === "system")?.text ?? "");
  const agent = memory.vectorOf(context[lastAgent]?.text ?? "");
  const earlier = context.slice(0, Math.max(0, lastAgent)).filter(({ speaker }) => speaker === "agent").slice(-8).map(({ text }) => memory.vectorOf(text));
  const inContext = new Set(context.slice(-8).flatMap(({ text }) => tokensOf(text)));
  const habits = experts.habits.reader(context.flatMap(({ speaker, text }) => (speaker === "agent" ? [text] : [])));
  const width = expertNames.length;
  const rows = new Float32Array(candidates.length * width);
  candidates.forEach((candidate, c) => {
    const { called, calledMean, copied, copiedMean } = score(candidate.words);
    let [casesSum, casesBest, casesFirst, denseSum, denseBest] = [0, 0, 0, 0, 0];
    for (const { vector, shares, first, best } of cases) {
      const alike = likeness(candidate.vector, vector);
      casesSum += shares * alike;
      casesFirst += first * alike;
      casesBest = Math.max(casesBest, best * alike);
    }
    for (const { vector, shares, best } of dense) {
      const alike = likeness(candidate.vector, vector);
      denseSum += shares * alike;
      denseBest = Math.max(denseBest, best * alike);
    }
    const foreign = candidate.numbers.filter((number) => !inContext.has(number)).length;
    rows.set([
      dot(candidate.point, 0, point), called, calledMean, copied, copiedMean,
      Math.log(0.02 + casesSum), Math.log(0.02 + casesBest), Math.log(0.02 + casesFirst), Math.log(0.02 + denseSum), Math.log(0.02 + denseBest),
      likeness(candidate.vector, customer), likeness(candidate.vector, shown), likeness(candidate.vector, agent),
      Math.max(0, ...earlier.map((vector) => likeness(candidate.vector, vector))),
      Math.log(1 + candidate.words.length), Math.min(2, foreign), Math.min(2, candidate.numbers.length - foreign), candidate.words.includes("?") ? 1 : 0, likeness(candidate.vector, agent) > sameWords ? 1 : 0,
      ...habits(candidate.text),
    ], c * width);
  });
  return rows;
}
