/** The numbers 0 to size - 1 in an order that looks random and is always the same for a seed (Fisher and Yates over a linear congruence). */
export function shuffled(size: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  let state = (Math.imul(seed, 2654435761) + 12345) >>> 0;
  for (let i = size - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** A fold, 0 to folds - 1, for every row, so that each label is spread evenly over the folds. */
export function stratifiedFolds(labels: ArrayLike<number | string>, folds: number, seed: number): Uint8Array {
  const seen = new Map<number | string, number>();
  const fold = new Uint8Array(labels.length);
  for (const row of shuffled(labels.length, seed)) {
    const label = labels[row] ?? -1;
    // Each label starts at another fold, so that labels of one row do not all meet in the first.
    const count = seen.get(label) ?? seen.size;
    seen.set(label, count + 1);
    fold[row] = count % folds;
  }
  return fold;
}
