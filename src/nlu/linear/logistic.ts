/** A logistic regression over a handful of signals: `weights` belong to signals as they are, unscaled; their order is the caller's. */
export type Logistic = { weights: number[]; bias: number };

export type Observation = { signals: readonly number[]; happened: boolean; weight: number };

/** Newton steps; the loss is convex and settles in under ten. */
const steps = 20;
/** Pull toward zero per scaled weight, in observations: enough to tame signals that say the same thing twice. */
const pull = 1;

export function chance({ weights, bias }: Logistic, signals: readonly number[]): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] ?? 0) * (signals[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Fits by Newton's method on signals scaled to mean 0 and deviation 1. Observations that never vary give a flat model at their rate. */
export function fitLogistic(observations: readonly Observation[]): Logistic {
  const size = observations[0]?.signals.length ?? 0;
  const total = observations.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const means = mean(size, (i) => observations.reduce((sum, { signals, weight }) => sum + (signals[i] ?? 0) * weight, 0) / total);
  const spreads = mean(size, (i) => Math.sqrt(observations.reduce((sum, { signals, weight }) => sum + ((signals[i] ?? 0) - (means[i] ?? 0)) ** 2 * weight, 0) / total) || 1);
  const scaled = observations.map(({ signals }) => [...signals.map((value, i) => (value - (means[i] ?? 0)) / (spreads[i] ?? 1)), 1]);
  const beta = Array.from({ length: size + 1 }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const system = beta.map((value, i) => [...beta.map((_, j) => (i === j ? pull : 0)), i < size ? -pull * value : -pull * value * 1e-3]);
    scaled.forEach((row, k) => addObservation(system, row, beta, observations[k]));
    solve(system).forEach((change, i) => { beta[i] = (beta[i] ?? 0) + change; });
  }
  const weights = means.map((_, i) => (beta[i] ?? 0) / (spreads[i] ?? 1));
  return { weights, bias: (beta[size] ?? 0) - weights.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0) };
}

const mean = (size: number, of: (i: number) => number): number[] => Array.from({ length: size }, (_, i) => of(i));

function addObservation(system: number[][], row: readonly number[], beta: readonly number[], observation: Observation | undefined): void {
  if (observation === undefined) return;
  let sum = 0;
  for (let i = 0; i < row.length; i += 1) sum += (row[i] ?? 0) * (beta[i] ?? 0);
  const probability = 1 / (1 + Math.exp(-sum));
  const error = observation.weight * ((observation.happened ? 1 : 0) - probability);
  const curve = observation.weight * probability * (1 - probability);
  for (let i = 0; i < row.length; i += 1) {
    const equation = system[i];
    if (equation === undefined) continue;
    const value = row[i] ?? 0;
    equation[row.length] = (equation[row.length] ?? 0) + error * value;
    for (let j = 0; j < row.length; j += 1) equation[j] = (equation[j] ?? 0) + curve * value * (row[j] ?? 0);
  }
}

/** Gauss-Jordan elimination with pivots; the matrix is positive, so every pivot is. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = system.slice(column).reduce((best, row, k) => (Math.abs(row[column] ?? 0) > Math.abs(system[best]?.[column] ?? 0) ? column + k : best), column);
    const top = system[pivot] ?? [];
    system[pivot] = system[column] ?? [];
    system[column] = top;
    const lead = top[column] || 1;
    system.forEach((row, r) => {
      if (r === column) return;
      const factor = (row[column] ?? 0) / lead;
      if (factor === 0) return;
      for (let c = column; c <= size; c += 1) row[c] = (row[c] ?? 0) - factor * (top[c] ?? 0);
    });
  }
  return system.map((row, i) => (row[size] ?? 0) / (row[i] || 1));
}
