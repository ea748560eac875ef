/** The value below which a share of the values lies, between neighbours by their distance; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export type Spread = { median: number; low: number; high: number };

/** The median with its quartiles: on a busy machine the extremes are other programs'. */
export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/** What one window measured, per side. */
export type Pair<W> = { floor: W; ours: W };

/**
 * Runs both sides in turn, floor, ours, floor, ours: what disturbs the machine for longer than a window meets both, so the
 * ratio within a pair stands while the absolute figures swing. One after the other they lie by a factor of three.
 */
export async function interleave<W>(rounds: number, floor: () => Promise<W>, ours: () => Promise<W>): Promise<Pair<W>[]> {
  const pairs: Pair<W>[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ floor: await floor(), ours: await ours() });
  return pairs;
}

/** Ours divided by the floor, pair by pair. */
export function ratio<W>(pairs: readonly Pair<W>[], of: (window: W) => number): Spread {
  return spread(pairs.map(({ floor, ours }) => of(ours) / of(floor)));
}
