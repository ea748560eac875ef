import type { Spread } from "./statistics.ts";

/** One measured goal. `must` and `aim` are bounds in the same unit as the value; a line without a `must` informs. */
export type Line = { name: string; value: Spread; bound: "at least" | "at most"; must: number | null; aim: number; ok: boolean; detail: string };

export const atLeast = (name: string, value: Spread, must: number | null, aim: number, detail: string): Line =>
  ({ name, value, bound: "at least", must, aim, ok: must === null || value.median >= must, detail });

export const atMost = (name: string, value: Spread, must: number | null, aim: number, detail: string): Line =>
  ({ name, value, bound: "at most", must, aim, ok: must === null || value.median <= must, detail });

export function printed({ name, value, bound, must, aim, ok, detail }: Line): string {
  const figures = `${value.median.toFixed(2)} (${value.low.toFixed(2)} to ${value.high.toFixed(2)})`;
  const goal = must === null ? `aim ${bound} ${aim}` : `must be ${bound} ${must}, aim ${aim}`;
  return `${ok ? "ok  " : "MISS"}  ${figures.padEnd(24)} ${name}\n      ${goal}; ${detail}`;
}
