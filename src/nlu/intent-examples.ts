import type { ComparedText, IntentSpace, IntentVector } from "./intent-vector.ts";

/** Training examples kept for comparison, grouped by intent: examples `starts[intent]` to `starts[intent + 1]`. */
export type IntentExamples = {
  starts: Uint32Array;
  /** Words and pairs of example i: `wordStarts[i]` to `wordStarts[i + 1]` in `words`, as places in the feature space. */
  wordStarts: Uint32Array;
  words: Uint16Array | Uint32Array;
  /** What example i is about, `dimensions` signed bytes from i * dimensions; empty without word vectors. */
  meanings: Int8Array;
  /** Length of example i by its words, and by what of its meaning stands behind the first dimensions; worked out, not stored. */
  lengths: Float32Array;
  rests: Float32Array;
};

/** Examples kept per intent: bounds the cost of a comparison. */
const mostPerIntent = 190;
const meaningSteps = 127;
/** Looked at first: they and the lengths of what stands behind tell of seven examples in ten that they are not the nearest: a comparison costs .62 of one with all dimensions. */
const firstDimensions = 16;

/** Keeps the first examples of every intent. `labels` at or past `intents` are out of scope and are not compared with. */
export function keepExamples(vectors: readonly IntentVector[], labels: Int32Array, intents: number, space: IntentSpace): IntentExamples {
  const dimensions = space.meaning?.dimensions ?? 0;
  const byIntent: IntentVector[][] = Array.from({ length: intents }, () => []);
  vectors.forEach((vector, i) => {
    const own = byIntent[labels[i] ?? intents];
    if (own !== undefined && own.length < mostPerIntent) own.push(vector);
  });
  const kept = byIntent.flat();
  const starts = new Uint32Array(intents + 1);
  byIntent.forEach((own, intent) => { starts[intent + 1] = (starts[intent] ?? 0) + own.length; });
  const wordStarts = new Uint32Array(kept.length + 1);
  const words: number[] = [];
  const meanings = new Int8Array(kept.length * dimensions);
  kept.forEach((vector, i) => {
    for (const id of vector.ids) if ((space.wordSquares[id] ?? 0) > 0) words.push(id);
    wordStarts[i + 1] = words.length;
    for (let d = 0; d < dimensions; d += 1) meanings[i * dimensions + d] = Math.round((vector.meaning[d] ?? 0) * meaningSteps);
  });
  return withLengths(space, { starts, wordStarts, words: space.features < 65_536 ? Uint16Array.from(words) : Uint32Array.from(words), meanings });
}

/** The length of a vector's part. */
function lengthOf(values: ArrayLike<number>, from: number, end: number): number {
  let squares = 0;
  for (let d = from; d < end; d += 1) squares += (values[d] ?? 0) ** 2;
  return Math.sqrt(squares);
}

/** Adds the lengths, so that a comparison need not work them out for every text. */
export function withLengths({ wordSquares, meaning }: IntentSpace, examples: Omit<IntentExamples, "lengths" | "rests">): IntentExamples {
  const { wordStarts, words, meanings } = examples;
  const lengths = new Float32Array(wordStarts.length - 1);
  for (let i = 0; i < lengths.length; i += 1) {
    let squares = 0;
    for (let k = wordStarts[i] ?? 0; k < (wordStarts[i + 1] ?? 0); k += 1) squares += wordSquares[words[k] ?? 0] ?? 0;
    lengths[i] = Math.sqrt(squares || 1);
  }
  const dimensions = meaning?.dimensions ?? 0;
  const rests = Float32Array.from(lengths, (_, i) => lengthOf(meanings, i * dimensions + firstDimensions, (i + 1) * dimensions));
  return { ...examples, lengths, rests };
}

/** Cosines, 0 to 1, of a text with the examples of one intent that are closest by words and by meaning. */
export function closestExamples(examples: IntentExamples, space: IntentSpace, intent: number, text: ComparedText): { words: number; meaning: number } {
  const { starts, wordStarts, words, meanings, lengths, rests } = examples;
  const dimensions = text.meaning.length;
  const { wordSquares, met } = space;
  let squares = 0;
  for (let i = 0; i < text.ids.length; i += 1) {
    const id = text.ids[i] ?? 0;
    const square = wordSquares[id] ?? 0;
    if (square === 0) continue;
    met[id] = square;
    squares += square;
  }
  // Words nobody has written make a text longer, and so farther from every example.
  const length = Math.sqrt(squares / Math.max(text.known, 0.05) || 1);
  let byWords = 0;
  let byMeaning = 0;
  const { meaning } = text;
  const first = Math.min(firstDimensions, dimensions);
  const rest = lengthOf(meaning, first, dimensions);
  for (let i = starts[intent] ?? 0, end = starts[intent + 1] ?? 0; i < end; i += 1) {
    let shared = 0;
    for (let k = wordStarts[i] ?? 0, last = wordStarts[i + 1] ?? 0; k < last; k += 1) shared += met[words[k] ?? 0] ?? 0;
    byWords = Math.max(byWords, shared / (length * (lengths[i] ?? 1)));
    const from = i * dimensions;
    let product = 0;
    for (let d = 0; d < first; d += 1) product += (meaning[d] ?? 0) * (meanings[from + d] ?? 0);
    if (product + rest * (rests[i] ?? 0) <= byMeaning) continue;
    for (let d = first; d < dimensions; d += 1) product += (meaning[d] ?? 0) * (meanings[from + d] ?? 0);
    byMeaning = Math.max(byMeaning, product);
  }
  for (let i = 0; i < text.ids.length; i += 1) if ((text.ids[i] ?? 0) < met.length) met[text.ids[i] ?? 0] = 0;
  // Where the text has no meaning to compare, its words stand in.
  return { words: byWords, meaning: byMeaning === 0 ? byWords : byMeaning / meaningSteps };
}
