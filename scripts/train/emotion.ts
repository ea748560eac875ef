import { createHash } from "node:crypto";
import { denseFeatures, buckets } from "../../src/nlu/emotion/features.ts";
import { chancesOf, chosenOf, polarity, readEmotionModel } from "../../src/nlu/emotion/model.ts";
import type { EmotionModel, StoredEmotionModel } from "../../src/nlu/emotion/model.ts";
import { marginsOf } from "../../src/nlu/emotion/margins.ts";
import { trainMargins } from "../../src/nlu/emotion/margins-training.ts";
import { judgeTurn, personSignals } from "../../src/nlu/emotion/read-emotion.ts";
import { asksForPerson } from "../../src/nlu/human-request.ts";
import { clausesOf, wordsOf } from "../../src/nlu/words.ts";
import type { EmotionReaders } from "../../src/nlu/emotion/read-emotion.ts";
import { refitPosts } from "../../src/nlu/emotion/posts-training.ts";
import { fitEmotions, storedWeights } from "../../src/nlu/emotion/training.ts";
import { emotions } from "../../src/core/understanding.ts";
import type { Language } from "../../src/core/turn.ts";
import { fitLogistic } from "../../src/nlu/linear/logistic.ts";
import { share } from "../bench/intent-figures.ts";
import { emotionExamples, marginExamples, turnOf } from "./emotion-examples.ts";
import type { TextSets } from "./emotion-examples.ts";
import type { LabelledText, RequestText } from "./labelled-texts.ts";
import { fitRates, onSide } from "./post-rates.ts";
import type { UnseenPost } from "./post-rates.ts";
import type { PublicText } from "./public-texts.ts";

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
  const isUnseen = (_: unknown, i: number): boolean => i % calibratedOn === 0;
  const isSeen = (_: unknown, i: number): boolean => i % calibratedOn !== 0;
  const unseen = own.filter(isUnseen);
  const publicSeen = new Map([...sets.publicSets].map(([set, texts]) => [set, texts.filter(isSeen)]));
  const seen = readEmotionModel({ ...fitted({ ...sets, own: own.filter(isSeen), requests: requests.filter(isSeen), publicSets: publicSeen }, readers), ...uncalibrated }, readers.vectors);
  const publicUnseen = new Map([...sets.publicSets].map(([set, texts]) => [set, texts.filter(isUnseen)]));
  const ratesIn = (language: Language): number[] => fitRates(unseenPosts(seen, unseen, publicUnseen, language, readers));
  const rates = { es: ratesIn("es"), en: ratesIn("en") };
  const first = { ...seen, rates };
  const confidence = { es: calibrate(first, unseen, "es", readers), en: calibrate(first, unseen, "en", readers) };
  const person = calibratePerson(first, unseen, requests.filter(isUnseen));
  const whole = fitted({ ...sets, own, requests }, readers);
  const version = createHash("sha256").update(JSON.stringify([whole, rates, confidence, person])).digest("hex").slice(0, 8);
  return { ...whole, version, rates, confidence, person };
}

type Fitted = Pick<StoredEmotionModel, "weights" | "scales" | "bias" | "margins">;

const plain = { sharpness: 1, bias: 0, most: 1 };
const even = emotions.map(() => 0);
const uncalibrated = { version: "", rates: { es: even, en: even }, confidence: { es: plain, en: plain }, person: { weights: [1, 0], bias: 0 } };

function fitted(sets: TextSets, readers: EmotionReaders): Fitted {
  const { examples, sources } = emotionExamples(sets, readers);
  const rows = buckets + denseFeatures(readers.vectors);
  const weights = fitEmotions(examples, rows, sources.length);
  refitPosts(weights, examples, rows, sources.length);
  return { ...storedWeights(weights), margins: trainMargins(marginExamples(sets), readers.vectors) };
}

/** Posts that a model has not seen, in one language, by what their labels tell. */
function unseenPosts(model: EmotionModel, own: LabelledText[], publicSets: Map<string, PublicText[]>, language: Language, readers: EmotionReaders): UnseenPost[] {
  const read = (text: string): UnseenPost["chances"] => {
    const { lexical, read: { columns: scores }, margins } = judgeTurn(turnOf(text, language), model, readers);
    return (rates) => chancesOf(scores, rates, margins.emotions, lexical);
  };
  const ofOwn = own.filter((text) => text.kind === "post" && text.language === language).flatMap(({ turns }) => turns.flatMap((turn): UnseenPost[] =>
    (turn.speaker === "customer" ? [{ set: "own", told: [turn.emotion], possible: emotions, chances: read(turn.text) }] : [])));
  return [...ofOwn, ...[...publicSets].flatMap(([set, texts]) => {
    const knowsNeutral = texts.some(({ labels: { sentiment } }) => sentiment === "neu");
    const hasEight = texts.some(({ labels: { emotion8 } }) => emotion8 !== undefined);
    const felt = emotions.filter((emotion) => knowsNeutral || polarity[emotion] !== 0);
    return texts.filter(({ lang }) => lang === language).flatMap(({ text, labels: { emotion8, sentiment } }): UnseenPost[] => {
      if (emotion8 !== undefined) return [{ set, told: [emotion8], possible: emotions, chances: read(text) }];
      return sentiment === undefined || hasEight ? [] : [{ set, told: onSide(sides[sentiment]), possible: felt, chances: read(text) }];
    });
  })];
}

const sides = { neg: -1, neu: 0, pos: 1 } as const;

function calibrate(model: EmotionModel, texts: LabelledText[], language: Language, readers: EmotionReaders): StoredEmotionModel["confidence"][Language] {
  const observations = texts.filter((text) => text.language === language).flatMap(({ turns }) => turns.flatMap((turn) => {
    if (turn.speaker !== "customer") return [];
    const { chances } = judgeTurn(turnOf(turn.text, language), model, readers);
    const chosen = chosenOf(chances);
    const best = chances[chosen] ?? 0;
    return [{ signals: [Math.log(best / Math.max(1e-6, 1 - best))], happened: emotions[chosen] === turn.emotion, weight: 1 }];
  }));
  const { weights: [sharpness = 1], bias } = fitLogistic(observations);
  const surest = observations.toSorted((a, b) => (b.signals[0] ?? 0) - (a.signals[0] ?? 0)).slice(0, Math.ceil(observations.length / 10));
  return { sharpness, bias, most: share(surest.filter(({ happened }) => happened).length, surest.length).low };
}

/** On turns of conversations, where requests are rare, and on messages that speak of people, where every second one is. */
function calibratePerson({ margins }: EmotionModel, texts: LabelledText[], requests: RequestText[]): StoredEmotionModel["person"] {
  const turns = texts.flatMap(({ language, turns: all }) => all.flatMap((turn) => (turn.speaker === "customer" ? [{ ...turn, language }] : [])));
  return fitLogistic([...turns, ...requests].map(({ text, language, asksForPerson: asked }) => {
    const words = wordsOf(text);
    return { signals: personSignals(marginsOf(margins, words, language).asks, asksForPerson(clausesOf(text, words))), happened: asked, weight: 1 };
  }));
}
