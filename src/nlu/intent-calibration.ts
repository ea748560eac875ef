import { judge } from "./intent-model.ts";
import type { FittedIntents, PreparedExample } from "./intent-training.ts";
import { chance, fitLogistic } from "./linear/logistic.ts";
import type { Logistic } from "./linear/logistic.ts";
import { shuffled, stratifiedFolds } from "./linear/shuffle.ts";
import { scoreText } from "./text-scorer.ts";

/** A text no fold model has seen, judged by it. `kind` says where it comes from. */
export type HeldOut = { kind: "known-intent" | "left-out-intent" | "out-of-scope"; right: boolean; signals: number[]; intent: string; read: string; row: number };

type Fit = (examples: readonly PreparedExample[], walks: number) => FittedIntents;

/** Share of the intents that each round hides altogether: their texts are what nobody foresaw. */
const hiddenShare = 0.25;
/** A fold model only has to be typical of the real one. */
const walks = 5;
/** With this many examples two rounds of four give held-out texts enough; more would double the time of training. */
const manyExamples = 12_000;
const someExamples = 2000;

/**
 * Out-of-scope mass while the signals are weighed against each other, in texts per text in scope. Given examples of what is out
 * of scope are worth more than intents hidden from view, which are near to others by nature.
 */
const givenMass = 0.5;
const hiddenMass = 0.2;
/** Share of live messages that are out of scope, as far as the level of the confidence goes: one in eight. */
const liveMass = 1 / 7;

/**
 * Of the turns acted on, this share must be right; the rest are asked about. It counts strangers as errors, and a fold model
 * has seen fewer examples than the real one, so what is lived is nearer to 95 in 100. A wrong answer costs the customer a line,
 * a needless question a turn.
 */
const rightWhenSure = 0.92;

/** Judges every example by a model that has not seen it, and a quarter of the intents by models that have never heard of them. */
export function judgeHeldOut(examples: readonly PreparedExample[], fit: Fit, hide: boolean): HeldOut[] {
  const intents = [...new Set(examples.map(({ intent }) => intent))].filter((intent) => intent !== "oos").sort();
  const folds = examples.length >= manyExamples ? 4 : examples.length >= someExamples ? 3 : 10;
  const rounds = examples.length >= manyExamples ? 2 : folds;
  const fold = stratifiedFolds(examples.map(({ intent }) => intent), folds, 77);
  const order = shuffled(intents.length, 5);
  const hiddenPerRound = hide ? Math.floor(intents.length * hiddenShare) : 0;
  return Array.from({ length: rounds }, (_, round) => {
    const hidden = new Set(Array.from({ length: hiddenPerRound }, (__, i) => intents[order[(round * hiddenPerRound + i) % intents.length] ?? 0] ?? ""));
    const seen = examples.filter(({ intent }, i) => fold[i] !== round && !hidden.has(intent));
    if (!seen.some(({ intent }) => intent !== "oos")) return [];
    const fitted = fit(seen, walks);
    return examples.flatMap(({ intent, language, features }, row): HeldOut[] => {
      const isHidden = hidden.has(intent);
      if (fold[row] !== round && !(isHidden && examples.length < someExamples)) return [];
      const { scores, text } = scoreText(fitted.scorer, language, features);
      const { best, signals } = judge(fitted, scores, text);
      const read = fitted.labels[best] ?? "";
      return [{ kind: intent === "oos" ? "out-of-scope" : isHidden ? "left-out-intent" : "known-intent", right: read === intent, signals, intent, read, row }];
    });
  }).flat();
}

/**
 * Finds how often a reading with given signals is right, and from where on it may be acted on.
 *
 * First the signals are weighed so that they tell right from wrong and in scope from out of it; then the sum's level is set so
 * that it means frequency among live messages (Platt, 1999).
 */
export function calibrate(examples: readonly PreparedExample[], fit: Fit): { confidence: Logistic; acceptFrom: number } {
  const heldOut = judgeHeldOut(examples, fit, true);
  const known = heldOut.filter(({ kind }) => kind === "known-intent").length;
  const given = heldOut.filter(({ kind }) => kind === "out-of-scope").length;
  const hidden = heldOut.length - known - given;
  const telling = fitLogistic(heldOut.map(({ kind, right, signals }) => ({
    signals, happened: right, weight: kind === "known-intent" ? 1 : kind === "out-of-scope" ? (givenMass * known) / given : ((given > 0 ? hiddenMass : givenMass) * known) / hidden,
  })));
  const logit = (signals: readonly number[]): number => telling.weights.reduce((sum, weight, i) => sum + weight * (signals[i] ?? 0), telling.bias);
  // Half of the live strangers are like those given, half are near to the intents; without the one kind the other is all.
  const kinds = (given > 0 ? 1 : 0) + (hidden > 0 ? 1 : 0);
  const live = ({ kind }: HeldOut): number => (kind === "known-intent" ? 1 : (liveMass * known) / kinds / (kind === "out-of-scope" ? given : hidden));
  const level = fitLogistic(heldOut.map((one) => ({ signals: [logit(one.signals)], happened: one.right, weight: live(one) })));
  const slope = level.weights[0] ?? 1;
  const confidence = { weights: telling.weights.map((weight) => weight * slope), bias: telling.bias * slope + level.bias };
  return { confidence, acceptFrom: threshold(heldOut.map((one) => ({ confidence: chance(confidence, one.signals), right: one.right, weight: live(one) }))) };
}

/** The lowest confidence from which on what is acted on is right often enough; 0.95 where it never is. */
function threshold(judged: { confidence: number; right: boolean; weight: number }[]): number {
  const falling = judged.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let all = 0;
  let from = 0.95;
  for (const one of falling) {
    all += one.weight;
    right += one.right ? one.weight : 0;
    if (all > 0 && right / all >= rightWhenSure) from = one.confidence;
  }
  return from;
}
