/** One list to rank: `features` has one row of `width` per candidate, `right` is the true one. */
export type RankedList = { features: Float32Array; count: number; right: number };

/** Weights of a linear ranking, with what each feature is divided by. */
export type Blend = { weights: Float64Array; scales: Float64Array };

/** Pull towards the starting weights, per list's worth of evidence. */
const ridge = 2;
const rounds = 120;
const rate = 0.15;

/** Fits weights so that the true candidate gets the greatest share (conditional logit, McFadden 1974), by Adam over all lists at once. */
export function fitBlend(lists: readonly RankedList[], width: number): Blend {
  const scales = deviations(lists, width);
  const weights = new Float64Array(width);
  const [first, second] = [new Float64Array(width), new Float64Array(width)];
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = Float64Array.from(weights, (weight) => (ridge * weight) / Math.max(1, lists.length));
    for (const { features, count, right } of lists) {
      const scores = scoresOf(features, count, { weights, scales });
      const max = Math.max(...scores);
      let sum = 0;
      for (let c = 0; c < count; c += 1) sum += Math.exp((scores[c] ?? 0) - max);
      for (let c = 0; c < count; c += 1) {
        const share = Math.exp((scores[c] ?? 0) - max) / sum - (c === right ? 1 : 0);
        if (Math.abs(share) < 1e-4) continue;
        for (let f = 0; f < width; f += 1) gradient[f] = (gradient[f] ?? 0) + (share * (features[c * width + f] ?? 0)) / (scales[f] ?? 1) / lists.length;
      }
    }
    for (let f = 0; f < width; f += 1) {
      const g = gradient[f] ?? 0;
      first[f] = 0.9 * (first[f] ?? 0) + 0.1 * g;
      second[f] = 0.99 * (second[f] ?? 0) + 0.01 * g * g;
      weights[f] = (weights[f] ?? 0) - (rate * ((first[f] ?? 0) / (1 - 0.9 ** round))) / (Math.sqrt((second[f] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return { weights, scales };
}

/** One score per candidate; only their order and differences mean something. */
export function scoresOf(features: Float32Array, count: number, { weights, scales }: Blend): Float64Array {
  const width = weights.length;
  const scores = new Float64Array(count);
  for (let c = 0; c < count; c += 1) {
    let sum = 0;
    for (let f = 0; f < width; f += 1) sum += ((weights[f] ?? 0) * (features[c * width + f] ?? 0)) / (scales[f] ?? 1);
    scores[c] = sum;
  }
  return scores;
}

/** How far each feature spreads within a list, on average. */
function deviations(lists: readonly RankedList[], width: number): Float64Array {
  const sums = new Float64Array(width);
  for (const { features, count } of lists) for (let f = 0; f < width; f += 1) {
    let [sum, squares] = [0, 0];
    for (let c = 0; c < count; c += 1) {
      const value = features[c * width + f] ?? 0;
      sum += value;
      squares += value * value;
    }
    sums[f] = (sums[f] ?? 0) + Math.max(0, squares / count - (sum / count) ** 2);
  }
  return sums.map((sum) => Math.sqrt(sum / Math.max(1, lists.length)) || 1);
}
