/** Sweeps of Jacobi rotations; a covariance of 100 settles to machine precision in under 12. */
const sweeps = 15;

/**
 * Principal component analysis by Jacobi rotations of the covariance (Golub and Van Loan, "Matrix Computations", 8.5).
 *
 * @param rows vectors of one length
 * @param kept axes kept, those of the largest variance first
 * @returns a function that takes the mean off a vector and projects it
 */
export function principalAxes(rows: Float64Array[], kept: number): (row: Float64Array) => Float64Array {
  const size = rows[0]?.length ?? 0;
  const mean = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i += 1) mean[i] = at(mean, i) + at(row, i) / rows.length;
  const covariance = covarianceOf(rows, mean);
  const axes = Array.from({ length: size }, (_, i) => new Float64Array(size).fill(0).map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < sweeps; sweep += 1) for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(covariance, axes, p, q);
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => cell(covariance, b, b) - cell(covariance, a, a)).slice(0, kept);
  return (row) => Float64Array.from(order, (axis) => row.reduce((sum, value, i) => sum + (value - at(mean, i)) * cell(axes, i, axis), 0));
}

const at = (row: Float64Array, i: number): number => row[i] ?? 0;
const cell = (rows: Float64Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;

function covarianceOf(rows: Float64Array[], mean: Float64Array): Float64Array[] {
  const size = mean.length;
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) {
    const centred = row.map((value, i) => value - at(mean, i));
    for (let i = 0; i < size; i += 1) {
      const sum = sums[i];
      if (sum) for (let j = 0; j < size; j += 1) sum[j] = at(sum, j) + (at(centred, i) * at(centred, j)) / rows.length;
    }
  }
  return sums;
}

/** Turns the plane of two axes so that they no longer vary together. */
function rotate(matrix: Float64Array[], axes: Float64Array[], p: number, q: number): void {
  const between = cell(matrix, p, q);
  if (Math.abs(between) < 1e-14) return;
  const theta = (cell(matrix, q, q) - cell(matrix, p, p)) / (2 * between);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const rows of [matrix, axes]) for (const row of rows) turn(row, p, row, q, cosine, sine);
  const [first, second] = [matrix[p], matrix[q]];
  if (first && second) for (let k = 0; k < first.length; k += 1) {
    const [a, b] = [at(first, k), at(second, k)];
    first[k] = cosine * a - sine * b;
    second[k] = sine * a + cosine * b;
  }
}

function turn(one: Float64Array, p: number, other: Float64Array, q: number, cosine: number, sine: number): void {
  const [a, b] = [at(one, p), at(other, q)];
  one[p] = cosine * a - sine * b;
  other[q] = sine * a + cosine * b;
}
