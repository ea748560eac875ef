import type { Language } from "../core/turn.ts";
import type { RankedIntent } from "../core/understanding.ts";
import { closestExamples } from "./intent-examples.ts";
import type { IntentExamples } from "./intent-examples.ts";
import type { ComparedText } from "./intent-vector.ts";
import { chance } from "./linear/logistic.ts";
import type { Logistic } from "./linear/logistic.ts";
import { textFeatures } from "./linear/text-features.ts";
import { scoreText } from "./text-scorer.ts";
import type { TextScorer } from "./text-scorer.ts";
import type { Word } from "./words.ts";

/** A classifier of intents, ready to read texts. */
export type IntentModel = {
  version: string;
  /** The intents in scope, sorted. A class after the last of them is what is out of scope, where the training had any. */
  labels: string[];
  scorer: TextScorer;
  examples: IntentExamples;
  /** Score a training example of each intent has on average for its own intent. */
  usual: Float32Array;
  confidence: Logistic;
  /** From this confidence on the best intent is acted on. */
  acceptFrom: number;
};

export type IntentReading = {
  /** The best intents in scope, best first, at most five. The first one's confidence is how often such a reading is right; the others share the rest. */
  ranked: RankedIntent[];
  /** False where the best intent is not sure enough to act on. */
  accept: boolean;
  /** True where the text looks more like what is out of scope than like any intent. */
  outside: boolean;
  /** Share of the text's words that the training had, 0 to 1, rare words counting more. */
  known: number;
};

/** How far apart scores are in the shares of the lower ranks: an example's margin is 1, and one margin is a factor of 20. */
const sharpness = 3;

/** Intents ranked: more than a clarification can name. */
const intentsRanked = 5;

/** What the best class looks like for a text; the confidence is worked out from `signals`. */
export type Judgement = { best: number; outsideScore: number; /** Sum over the intents of how they compare with the best, which is 1. */ sum: number; signals: number[] };

/** Reads the intent of a text. Costs some 0.05 ms, and no more for a long text: words are capped. */
export function classify(model: IntentModel, words: Word[], language: Language): IntentReading {
  const { scores, text } = scoreText(model.scorer, language, textFeatures(words, language));
  const { best, outsideScore, sum, signals } = judge(model, scores, text);
  const confidence = chance(model.confidence, signals);
  const top = scores[best] ?? 0;
  const ranked = highest(scores, model.labels.length).map((c) => {
    const share = ((1 - confidence) * Math.exp(sharpness * ((scores[c] ?? 0) - top))) / (sum - 1 || 1);
    return { intent: model.labels[c] ?? "", confidence: c === best ? confidence : Math.min(confidence, share) };
  });
  return { ranked, accept: words.length > 0 && confidence >= model.acceptFrom, outside: outsideScore > top, known: text.known };
}

/** The classes with the highest scores among the first `size`, best first. */
function highest(scores: Float64Array, size: number): number[] {
  const found: number[] = [];
  for (let c = 0; c < size; c += 1) {
    const score = scores[c] ?? 0;
    if (found.length === intentsRanked && score <= (scores[found[intentsRanked - 1] ?? 0] ?? 0)) continue;
    let place = found.length;
    while (place > 0 && (scores[found[place - 1] ?? 0] ?? 0) < score) place -= 1;
    found.splice(place, 0, c);
    if (found.length > intentsRanked) found.pop();
  }
  return found;
}

/**
 * Gathers what tells a right reading from a wrong one: how high and how far ahead the best intent is, also for
 * this intent's own measure; how strongly the text looks out of scope; how many of its words are known; and how near the nearest
 * examples of that intent are, by words and by meaning. A linear score alone is sure of a text that shares one telling word.
 */
export function judge({ labels, usual, examples, scorer: { space, weights } }: Pick<IntentModel, "labels" | "examples" | "usual" | "scorer">, scores: Float64Array, text: ComparedText): Judgement {
  let best = 0;
  for (let c = 1; c < labels.length; c += 1) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c;
  const top = scores[best] ?? 0;
  let second = -1;
  let sum = 0;
  for (let c = 0; c < labels.length; c += 1) {
    sum += Math.exp(sharpness * ((scores[c] ?? 0) - top));
    if (c !== best) second = Math.max(second, scores[c] ?? 0);
  }
  const outsideScore = weights.classes > labels.length ? (scores[labels.length] ?? -1) : -1;
  const nearest = closestExamples(examples, space, best, text);
  const signals = [top, top - second, outsideScore, Math.log(sum), top - (usual[best] ?? 0), text.known, Math.log(1 + text.length), nearest.words, nearest.meaning];
  return { best, outsideScore, sum, signals };
}
