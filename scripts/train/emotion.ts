import { createHash } from "node:crypto";
import { denseFeatures, buckets } from "../../src/nlu/emotion/features.ts";
import { chancesOf, readEmotionModel, scoresOf } from "../../src/nlu/emotion/model.ts";
import type { StoredEmotionModel } from "../../src/nlu/emotion/model.ts";
import type { EmotionReaders } from "../../src/nlu/emotion/read-emotion.ts";
import { fitEmotions, storedWeights } from "../../src/nlu/emotion/training.ts";
import { emotions } from "../../src/core/understanding.ts";
import type { Language } from "../../src/core/turn.ts";
import { fitLogistic } from "../../src/nlu/linear/logistic.ts";
import { emotionExamples, seen } from "./emotion-examples.ts";
import type { TextSets } from "./emotion-examples.ts";
import type { LabelledText } from "./labelled-texts.ts";

/** One unit in eight of what is trained on is left out once, to see how often the model is right when it says how sure it is. */
const calibratedOn = 8;

/**
 * Trains the emotion model on all that is not held out. Deterministic: the same texts give the same bytes.
 *
 * Confidence is fitted on units that a first model has not seen (Platt, 1999); the model that ships is then trained on those too.
 */
export function trainEmotion(sets: TextSets, readers: EmotionReaders): StoredEmotionModel {
  const own = sets.own.filter(({ heldOut }) => !heldOut);
  const requests = sets.requests.filter(({ heldOut }) => !heldOut);
  const unseen = own.filter((_, i) => i % calibratedOn === 0);
  const first = fitted({ ...sets, own: own.filter((_, i) => i % calibratedOn !== 0), requests }, readers);
  const confidence = { es: calibrate(first, unseen, "es", readers), en: calibrate(first, unseen, "en", readers) };
  const whole = fitted({ ...sets, own, requests }, readers);
  const version = createHash("sha256").update(whole.weights).digest("hex").slice(0, 8);
  return { ...whole, version, confidence };
}

type Fitted = Pick<StoredEmotionModel, "weights" | "scales" | "bias">;

function fitted(sets: TextSets, readers: EmotionReaders): Fitted {
  const { examples, sources } = emotionExamples(sets, readers);
  return storedWeights(fitEmotions(examples, buckets + denseFeatures(readers.vectors), sources.length));
}

function calibrate(stored: Fitted, texts: LabelledText[], language: Language, readers: EmotionReaders): StoredEmotionModel["confidence"][Language] {
  const plain = { sharpness: 1, bias: 0, most: 1 };
  const model = readEmotionModel({ ...stored, version: "", confidence: { es: plain, en: plain } });
  const observations = texts.filter((text) => text.language === language).flatMap(({ turns }) => turns.flatMap((turn) => {
    if (turn.speaker !== "customer") return [];
    const { features, lexical } = seen(turn.text, language, readers);
    const chances = chancesOf(scoresOf(model, features), lexical);
    const best = Math.max(...chances);
    return [{ signals: [Math.log(best / Math.max(1e-6, 1 - best))], happened: emotions[chances.indexOf(best)] === turn.emotion, weight: 1 }];
  }));
  const { weights: [sharpness = 1], bias } = fitLogistic(observations);
  const surest = observations.toSorted((a, b) => (b.signals[0] ?? 0) - (a.signals[0] ?? 0)).slice(0, Math.ceil(observations.length / 10));
  return { sharpness, bias, most: surest.filter(({ happened }) => happened).length / Math.max(1, surest.length) };
}
