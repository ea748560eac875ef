import type { Expected, Spreads } from "./calming-model.ts";
import { factor, inverse, logDeterminant } from "./small-matrix.ts";

/** Observed cells as columns: which state, which template, the rate seen, and the variance that counting alone gives it. */
export type IndexedCells = { states: number; templates: number; overall: number; state: number[]; template: number[]; rate: number[]; variance: number[] };

export type Solved = {
  /** How well these spreads explain the rates; comparable between spreads over the same cells. */
  logLikelihood: number;
  /** An observed cell. */
  cell(index: number): Expected;
  /** Of an observed cell, by its state and its template alone. */
  expectedRate(index: number): number;
  /** A template in a state where it was not seen; null for a state or a template that is unknown altogether. */
  unseen(state: number | null, template: number | null): Expected;
  effect(template: number | null): Expected;
};

/** A template's effect, and what it has in common with a state's level. */
type Effect = { mean: number; shared(state: number): number; variance: number };

/** How far states' own levels lie apart, before anything is seen: from hardly anybody to most calm. A standard deviation; wide, so it decides nothing where there are data. */
const levelSpread = 0.2;

/**
 * Solves rate = level of the state + effect of the template + interaction + chance, for given spreads, exactly.
 *
 * Interactions are integrated out, then templates one by one (each meets only its own cells), which leaves one small system over the states:
 * time grows with cells × states, not with templates cubed.
 */
export function solveStates(cells: IndexedCells, spreads: Spreads): Solved {
  const { states, templates, overall } = cells;
  const among = spreads.interaction ** 2;
  const weight = cells.variance.map((variance) => 1 / (among + variance));
  const rate = cells.rate.map((value) => value - overall);
  /** Precision and pull of each template, once its cells are known; then its links to the states. */
  const precision = Array.from({ length: templates }, () => 1 / spreads.template ** 2);
  const pull = Array.from({ length: templates }, () => 0);
  const links = Array.from({ length: templates }, (): [state: number, weight: number][] => []);
  const system = Array.from({ length: states }, (_, s) => Array.from({ length: states }, (__, t) => (s === t ? 1 / levelSpread ** 2 : 0)));
  const right = Array.from({ length: states }, () => 0);
  let fit = 0;
  weight.forEach((w, i) => {
    const [s, t, m] = [cells.state[i] ?? 0, cells.template[i] ?? 0, rate[i] ?? 0];
    precision[t] = (precision[t] ?? 0) + w;
    pull[t] = (pull[t] ?? 0) + w * m;
    links[t]?.push([s, w]);
    const row = system[s];
    if (row) row[s] = (row[s] ?? 0) + w;
    right[s] = (right[s] ?? 0) + w * m;
    fit += Math.log(w) - w * m * m;
  });
  links.forEach((link, t) => {
    const [d, h] = [precision[t] ?? 1, pull[t] ?? 0];
    for (const [s, w] of link) {
      right[s] = (right[s] ?? 0) - (w * h) / d;
      const row = system[s] ?? [];
      for (const [other, v] of link) row[other] = (row[other] ?? 0) - (w * v) / d;
    }
    fit += (h * h) / d - Math.log(d * spreads.template ** 2);
  });
  const lower = factor(system);
  const covariance = inverse(lower);
  const level = covariance.map((row) => row.reduce((sum, value, s) => sum + value * (right[s] ?? 0), 0));
  fit += level.reduce((sum, value, s) => sum + value * (right[s] ?? 0), 0) - logDeterminant(lower);

  /** A template's effect given the states' levels is linear in them: its own part, and how much of each level it takes back. */
  const effects = links.map((link, t): Effect => {
    const d = precision[t] ?? 1;
    const back = link.map(([s, w]): [number, number] => [s, -w / d]);
    const mean = (pull[t] ?? 0) / d + back.reduce((sum, [s, b]) => sum + b * (level[s] ?? 0), 0);
    const shared = (s: number): number => back.reduce((sum, [other, b]) => sum + b * (covariance[s]?.[other] ?? 0), 0);
    return { mean, shared, variance: 1 / d + back.reduce((sum, [s, b]) => sum + b * shared(s), 0) };
  });
  const newTemplate: Effect = { mean: 0, shared: () => 0, variance: spreads.template ** 2 };
  const effectOf = (template: number | null): Effect => (template === null ? newTemplate : (effects[template] ?? newTemplate));

  /** Level and effect together, before the interaction. */
  const additive = (state: number | null, template: number | null): { mean: number; variance: number } => {
    const effect = effectOf(template);
    if (state === null) return { mean: overall + effect.mean, variance: levelSpread ** 2 + effect.variance };
    return { mean: overall + (level[state] ?? 0) + effect.mean, variance: (covariance[state]?.[state] ?? 0) + 2 * effect.shared(state) + effect.variance };
  };
  return {
    logLikelihood: fit / 2,
    expectedRate: (i) => additive(cells.state[i] ?? 0, cells.template[i] ?? 0).mean,
    cell(i) {
      const { mean, variance } = additive(cells.state[i] ?? 0, cells.template[i] ?? 0);
      const [own, chance] = [cells.rate[i] ?? 0, cells.variance[i] ?? 1];
      // How far the cell is believed by itself: by its own count, against what state and template let expect.
      const trust = among / (among + chance);
      return { mean: trust * own + (1 - trust) * mean, sd: Math.sqrt(Math.max(0, trust * chance + (1 - trust) ** 2 * variance)) };
    },
    unseen(state, template) {
      const { mean, variance } = additive(state, template);
      return { mean, sd: Math.sqrt(Math.max(0, variance) + among) };
    },
    effect(template) {
      const { mean, variance } = effectOf(template);
      return { mean, sd: Math.sqrt(Math.max(0, variance)) };
    },
  };
}
