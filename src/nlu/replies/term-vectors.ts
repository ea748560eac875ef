/** A text as weighted terms, of length 1; `ids` ascend. */
export type TermVector = { ids: Int32Array; weights: Float32Array };

/** Counts in how many texts a term is, and weighs texts by it; grows one by one. */
export type TermVectors = {
  /** Counts the terms of one more text. */
  learn(terms: readonly string[]): void;
  /** Takes the terms of one text out again; a term no text has any more is forgotten. */
  unlearn(terms: readonly string[]): void;
  vector(terms: readonly string[]): TermVector;
  rarity(term: string): number;
};

export function createTermVectors(): TermVectors {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  let texts = 0;
  const idOf = (term: string): number => {
    const known = ids.get(term);
    if (known !== undefined) return known;
    counts.push(0);
    ids.set(term, counts.length - 1);
    return counts.length - 1;
  };
  const rarityOf = (count: number): number => Math.log((texts + 1) / (count + 0.5));
  return {
    learn(terms) {
      texts += 1;
      for (const term of new Set(terms)) {
        const id = idOf(term);
        counts[id] = (counts[id] ?? 0) + 1;
      }
    },
    unlearn(terms) {
      texts -= 1;
      for (const term of new Set(terms)) {
        const id = ids.get(term);
        if (id === undefined) continue;
        counts[id] = (counts[id] ?? 1) - 1;
        if (counts[id] === 0) ids.delete(term);
      }
    },
    vector(terms) {
      const tf = new Map<number, number>();
      for (const term of terms) {
        const id = ids.get(term);
        if (id !== undefined) tf.set(id, (tf.get(id) ?? 0) + 1);
      }
      const entries = [...tf].sort(([a], [b]) => a - b);
      const weights = Float32Array.from(entries, ([id, count]) => (1 + Math.log(count)) * Math.max(0.05, rarityOf(counts[id] ?? 0)));
      let squares = 0;
      for (const weight of weights) squares += weight * weight;
      const length = Math.sqrt(squares) || 1;
      return { ids: Int32Array.from(entries, ([id]) => id), weights: weights.map((weight) => weight / length) };
    },
    rarity: (term) => rarityOf(counts[ids.get(term) ?? -1] ?? 0),
  };
}

/** How much two texts have in common, 0 to 1. */
export function likeness(one: TermVector, other: TermVector): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < one.ids.length && j < other.ids.length) {
    const a = one.ids[i] ?? 0;
    const b = other.ids[j] ?? 0;
    if (a === b) {
      sum += (one.weights[i] ?? 0) * (other.weights[j] ?? 0);
      i += 1;
      j += 1;
    } else if (a < b) i += 1;
    else j += 1;
  }
  return sum;
}
