import { emotions } from "../../core/understanding.ts";
import type { SparseVector } from "../linear/feature-space.ts";
import { trainOneVsRest } from "../linear/one-vs-rest.ts";
import { columns, firstOf } from "./model.ts";
import type { EmotionExample, EmotionWeights } from "./training.ts";

/** Price of an error; a third or three times as much cost a point of macro-F1 on Reddit. */
const cost = 0.15;
const epochs = 6;
/** A source as a feature of its texts: it takes what only says how often a set uses a label, and is dropped when a text is read. */
const sourceReach = 2;
/** The first model's scores and the machines' margins, as they are added: together they are right more often than either. */
const shares = { first: 0.6, machines: 1.5 };

/**
 * Trains the posts' emotions for good: adds one support vector machine each, over the same features. Where a label allows several ("negative"), the text
 * counts for the one that `first` finds likeliest among them. Deterministic.
 *
 * @param first weights of fitEmotions; its posts' columns are changed in place
 * @param rows features in all, buckets and dense
 */
export function refitPosts(first: EmotionWeights, examples: readonly EmotionExample[], rows: number, sources: number): void {
  const used = examples.filter(({ inPosts, emotions: allowed }) => inPosts > 0 && allowed.length > 0);
  const { weights, bias } = trainOneVsRest({
    vectors: used.map(({ features: { ids, values }, source }): SparseVector => ({ ids: appended(ids, rows + source), values: appended(values, sourceReach) })),
    labels: Int32Array.from(used, (example) => likeliest(first, example)),
    classes: emotions.length, dimensions: rows + sources, counts: Float32Array.from(used, ({ inPosts }) => inPosts),
  }, { cost, epochs });
  for (let e = 0; e < emotions.length; e += 1) {
    const column = firstOf.general + e;
    for (let row = 0; row < rows; row += 1) {
      const at = row * columns + column;
      first.weights[at] = shares.first * (first.weights[at] ?? 0) + shares.machines * (weights[row * emotions.length + e] ?? 0);
    }
    first.bias[column] = shares.first * (first.bias[column] ?? 0) + shares.machines * (bias[e] ?? 0);
  }
}

function appended<Numbers extends Int32Array | Float32Array>(numbers: Numbers, last: number): Numbers;
function appended(numbers: Int32Array | Float32Array, last: number): Int32Array | Float32Array {
  const longer = numbers instanceof Int32Array ? new Int32Array(numbers.length + 1) : new Float32Array(numbers.length + 1);
  longer.set(numbers);
  longer[numbers.length] = last;
  return longer;
}

/** The place of the emotion that the first model finds likeliest among those the label allows. */
function likeliest({ weights, bias }: EmotionWeights, { features: { ids, values }, emotions: allowed }: EmotionExample): number {
  let best = -1;
  let most = -Infinity;
  for (const emotion of allowed) {
    const place = emotions.indexOf(emotion);
    const column = firstOf.general + place;
    let score = bias[column] ?? 0;
    for (let i = 0; i < ids.length; i += 1) score += (values[i] ?? 0) * (weights[(ids[i] ?? 0) * columns + column] ?? 0);
    if (score > most) [most, best] = [score, place];
  }
  return best;
}
