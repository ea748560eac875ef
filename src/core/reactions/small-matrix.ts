/** A symmetric positive definite matrix in rows, as small as there are states. */
export type Matrix = readonly (readonly number[])[];

/** The Cholesky factor: lower L with L·Lᵀ the matrix. Rows short of it are read as zeros. */
export function factor(matrix: Matrix): number[][] {
  const lower: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      const other = j === i ? own : (lower[j] ?? []);
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (own[k] ?? 0) * (other[k] ?? 0);
      // Rounding can leave a hair below zero where two states say the same.
      own.push(j === i ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[j] ?? 1));
    }
    lower.push(own);
  });
  return lower;
}

/** The inverse of the factored matrix. */
export function inverse(lower: readonly (readonly number[])[]): number[][] {
  const n = lower.length;
  const columns = Array.from({ length: n }, (_, at) => {
    const column = Array.from({ length: n }, () => 0);
    column[at] = 1;
    for (let i = 0; i < n; i += 1) {
      let sum = column[i] ?? 0;
      for (let k = 0; k < i; k += 1) sum -= (lower[i]?.[k] ?? 0) * (column[k] ?? 0);
      column[i] = sum / (lower[i]?.[i] ?? 1);
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      let sum = column[i] ?? 0;
      for (let k = i + 1; k < n; k += 1) sum -= (lower[k]?.[i] ?? 0) * (column[k] ?? 0);
      column[i] = sum / (lower[i]?.[i] ?? 1);
    }
    return column;
  });
  return columns; // symmetric: columns are rows
}

export const logDeterminant = (lower: readonly (readonly number[])[]): number => lower.reduce((sum, row, i) => sum + 2 * Math.log(row[i] ?? 1), 0);
