import { learnCalming, type CalmingModel } from "./calming-model.ts";
import { cellsOf, type Cell } from "./cells.ts";
import type { Observation } from "./observation.ts";

/** What was counted of a template in a state; `low` and `high` are the 95 % interval of its calming rate, 0 to 1. */
export type Evidence = { n: number; calmed: number; low: number; high: number };

/** Fewer replies than this in a state are anecdotes: no figure is shown for them. */
export const leastEvidence = 5;

/**
 * Standard deviations to either side that hold 95 %: Student's t with 25 degrees of freedom instead of the normal's 1.96, since the spreads of the model
 * are estimated from few states and templates. Measured: with 1.96 the intervals hold 94 %.
 */
const wide = 2.06;

/** What is known of calming, for ranking replies and for saying how sure that is. */
export type CalmingKnowledge = {
  expected(state: string, template: string): number;
  /** Counts of the template in this state and its interval; null below `leastEvidence`. */
  evidence(state: string, template: string): Evidence | null;
};

/** Learns from observations what calms in which state. */
export function knowledgeOf(observations: Iterable<Observation>): CalmingKnowledge {
  const cells = cellsOf(observations);
  return calmingKnowledge(cells, learnCalming(cells));
}

export function calmingKnowledge(cells: readonly Cell[], model: CalmingModel): CalmingKnowledge {
  const byKey = new Map(cells.map((cell) => [`${cell.state}\n${cell.template}`, cell]));
  return {
    expected: (state, template) => model.expected(state, template).mean,
    evidence(state, template) {
      const cell = byKey.get(`${state}\n${template}`);
      if (!cell || cell.n < leastEvidence) return null;
      const { mean, sd } = model.expected(state, template);
      return { n: cell.n, calmed: cell.calmed, ...interval95(mean, sd) };
    },
  };
}

/**
 * Holds 95 % of a rate with this mean and deviation: the normal's, moved by the skewness of the beta distribution that has them (Cornish and Fisher
 * 1938, first term), since a rate near 0 has more room above than below.
 */
function interval95(mean: number, sd: number): { low: number; high: number } {
  const m = Math.min(0.999, Math.max(0.001, mean));
  const size = Math.max(1, (m * (1 - m)) / Math.max(sd, 1e-6) ** 2 - 1); // successes and failures that leave this much doubt
  const skewness = (2 * (1 - 2 * m) * Math.sqrt(size + 1)) / ((size + 2) * Math.sqrt(m * (1 - m)));
  const centre = m + (sd * skewness * (wide * wide - 1)) / 6;
  return { low: Math.max(0, centre - wide * sd), high: Math.min(1, centre + wide * sd) };
}

/** Templates by expected calming in a state, best first; equal ones by name, so that the same input gives the same order. */
export function byCalming(knowledge: CalmingKnowledge, state: string, templates: readonly string[]): string[] {
  const rated = templates.map((template) => ({ template, expected: knowledge.expected(state, template) }));
  return rated.sort((a, b) => b.expected - a.expected || (a.template < b.template ? -1 : 1)).map(({ template }) => template);
}
