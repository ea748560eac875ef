import type { ComparedText, IntentSpace, IntentVector } from "./intent-vector.ts";

/** Training examples kept for comparison, grouped by intent: examples `starts[intent]` to `starts[intent + 1]`. */
export type IntentExamples = {
  starts: Uint32Array;
  /** Words and pairs of example i: `wordStarts[i]` to `wordStarts[i + 1]` in `words`, as places in the feature space. */
  wordStarts: Uint32Array;
  words: Uint16Array | Uint32Array;
  /** What example i is about, `dimensions` signed bytes from i * dimensions; empty without word vectors. */
  meanings: Int8Array;
  /** Length of example i by its words; worked out, not stored. */
  lengths: Float32Array;
};

/** Examples kept per intent: bounds the cost of a comparison. */
const mostPerIntent = 190;
const meaningSteps = 127;

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

/** Adds the lengths, so that a comparison need not work them out for every text. */
export function withLengths({ wordSquares }: IntentSpace, examples: Omit<IntentExamples, "lengths">): IntentExamples {
  const { wordStarts, words } = examples;
  const lengths = new Float32Array(wordStarts.length - 1);
  for (let i = 0; i < lengths.length; i += 1) {
    let squares = 0;
    for (let k = wordStarts[i] ?? 0; k < (wordStarts[i + 1] ?? 0); k += 1) squares += wordSquares[words[k] ?? 0] ?? 0;
    lengths[i] = Math.sqrt(squares || 1);
  }
  return { ...examples, lengths };
}

/** Cosines, 0 to 1, of a text with the examples of one intent that are closest by words and by meaning. */
export function closestExamples(examples: IntentExamples, space: IntentSpace, intent: number, text: ComparedText): { words: number; meaning: number } {
  const { starts, wordStarts, words, meanings, lengths } = examples;
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
  const meaning = Float64Array.from(text.meaning);
  for (let i = starts[intent] ?? 0, end = starts[intent + 1] ?? 0; i < end; i += 1) {
    let shared = 0;
    for (let k = wordStarts[i] ?? 0, last = wordStarts[i + 1] ?? 0; k < last; k += 1) shared += met[words[k] ?? 0] ?? 0;
    byWords = Math.max(byWords, shared / (length * (lengths[i] ?? 1)));
    let product = 0;
    for (let d = 0, from = i * dimensions; d < dimensions; d += 1) product += (meaning[d] ?? 0) * (meanings[from + d] ?? 0);
    byMeaning = Math.max(byMeaning, product / meaningSteps);
  }
  for (let i = 0; i < text.ids.length; i += 1) if ((text.ids[i] ?? 0) < met.length) met[text.ids[i] ?? 0] = 0;
  // Where the text has no meaning to compare, its words stand in.
  return { words: byWords, meaning: byMeaning === 0 ? byWords : byMeaning };
}
