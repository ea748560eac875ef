import type { Language } from "../../core/turn.ts";
import { toText } from "../linear/bytes.ts";
import { trainOneVsRest } from "../linear/one-vs-rest.ts";
import { sentenceFeatures } from "./sentence-features.ts";
import { sentenceTones } from "./tone-model.ts";
import type { SentenceTone, StoredToneModel } from "./tone-model.ts";

export type ToneExample = { text: string; language: Language; tone: SentenceTone };

/** Price of an error; a third or three times as much moved recall at the same share of false alarms by a point or two. */
const cost = 3;
const epochs = 30;
/** A feature of one sentence only is a name or a chance. */
const atLeastIn = 2;
/** Features kept, those of the largest weight: 10 bytes each. All of them, some 30,000, find no more. */
const mostFeatures = 17_000;

/** Trains the reader of sentences: one linear support vector machine per tone. Deterministic. */
export function trainTones(examples: readonly ToneExample[]): StoredToneModel {
  const features = examples.map(({ text, language }) => sentenceFeatures(text, language));
  const sentencesWith = new Map<number, number>();
  for (const one of features) for (const hash of one.keys()) sentencesWith.set(hash, (sentencesWith.get(hash) ?? 0) + 1);
  const hashes = Uint32Array.from([...sentencesWith].filter(([, count]) => count >= atLeastIn).map(([hash]) => hash)).sort();
  const places = new Map(Array.from(hashes, (hash, place): [number, number] => [hash, place]));
  const classes = sentenceTones.length;
  const { weights, bias } = trainOneVsRest({
    vectors: features.map((one) => {
      const known = [...one].flatMap(([hash, value]) => { const place = places.get(hash); return place === undefined ? [] : [{ place, value }]; });
      return { ids: Int32Array.from(known, ({ place }) => place), values: Float32Array.from(known, ({ value }) => value) };
    }),
    labels: Int32Array.from(examples, ({ tone }) => sentenceTones.indexOf(tone)), classes, dimensions: hashes.length,
  }, { cost, epochs });
  const reach = Float32Array.from(hashes, (_, place) => weights.subarray(place * classes, (place + 1) * classes).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0));
  const floor = reach.toSorted().at(-Math.min(mostFeatures, reach.length)) ?? 0;
  const kept = Array.from(hashes.keys()).filter((place) => (reach[place] ?? 0) >= floor);
  const scales = sentenceTones.map((_, tone) => kept.reduce((most, place) => Math.max(most, Math.abs(weights[place * classes + tone] ?? 0)), 0) / 127 || 1);
  const codes = Int8Array.from({ length: kept.length * classes }, (_, at) => Math.round((weights[(kept[Math.floor(at / classes)] ?? 0) * classes + (at % classes)] ?? 0) / (scales[at % classes] ?? 1)));
  return { hashes: toText(Uint32Array.from(kept, (place) => hashes[place] ?? 0)), weights: toText(codes), scales, bias: Array.from(bias) };
}
