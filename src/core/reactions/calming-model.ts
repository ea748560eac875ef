import type { Cell } from "./cells.ts";
import { solveStates, type IndexedCells, type Solved } from "./mixed-model.ts";

/** How sure the model is of a calming rate: its mean and standard deviation, in 0..1. */
export type Expected = { mean: number; sd: number };

/** How far templates differ: over all states, and beyond that within one; standard deviations of the calming rate. */
export type Spreads = { template: number; interaction: number };

export type CalmingModel = {
  /** What is expected of a template in a state; one never seen there by what it did elsewhere, one never seen at all by the state alone. */
  expected(state: string, template: string): Expected;
  /** The template's effect with the states' own levels taken out: what is expected of it in any state, minus what the average one does. */
  stateBlind(template: string): Expected;
  spreads: Spreads;
};

/**
 * The spreads tried, from none to as much as a rate can differ. They are integrated over instead of picking the likeliest: with a thousand
 * replies the likeliest is often none at all, which would say that all replies are alike and be sure of it.
 */
const tried = [0.004, 0.012, 0.024, 0.036, 0.05, 0.066, 0.085, 0.11, 0.15, 0.21];
/**
 * Before anything is seen, a spread near .08 is likely, none at all and more than .25 are not: a wording is one of many things that calm. Rayleigh, which
 * keeps off none at all (Chung et al. 2013): with few replies the likeliest spread would be that, and intervals too narrow.
 */
const spreadScale = 0.08;
/** A reply that always or never calms has been seen too seldom: the variance of one reply's outcome is at least that of a rate of .03. */
const leastVariance = 0.03 * 0.97;
/** The spreads are estimated from this many cells at most, those seen most: a thousand cells tell two numbers well, and every pair of spreads costs a solution. */
const cellsForSpreads = 2_000;
/** Pairs of spreads solved for all cells where not all are looked at. */
const pairsKept = 8;
/** The variance of a rate depends on the rate: twice is enough for it to settle. */
const rounds = 2;

/**
 * Learns calming rates as the state's own level + the template's effect + an effect of the template in that state, by empirical Bayes: a Gaussian
 * mixed model over binomial counts, whose two variances come from the data (marginal likelihood over a grid, restricted, since the levels are
 * integrated out). Efron and Morris (1975) for the shrinkage.
 *
 * A template used mostly in easy states gains nothing by that: the states' levels are estimated jointly and taken out.
 *
 * @param known instead of estimating the spreads, for measuring against a learner that is told them
 */
export function learnCalming(cells: readonly Cell[], known: Spreads | null = null): CalmingModel {
  const seen = cells.filter(({ effective }) => effective > 0);
  const everything = known ? [known] : tried.flatMap((template) => tried.map((interaction) => ({ template, interaction })));
  const few = seen.length <= cellsForSpreads || known !== null;
  const mostSeen = few ? [] : seen.toSorted((a, b) => b.effective - a.effective).slice(0, cellsForSpreads);
  const grid = few ? everything : solveFor(mostSeen, everything).mixed.toSorted((a, b) => b.share - a.share).slice(0, pairsKept).map(({ spreads }) => spreads);
  const { mixed, states, templates } = solveFor(seen, grid);
  const places = new Map(seen.map(({ state, template }, i) => [`${state}\n${template}`, i]));
  const expectedBy = (of: (solved: Solved) => Expected): Expected => {
    let [centre, square] = [0, 0];
    for (const { solved, share } of mixed) {
      const { mean: own, sd } = of(solved);
      centre += share * own;
      square += share * (sd * sd + own * own);
    }
    return { mean: centre, sd: Math.sqrt(Math.max(0, square - centre * centre)) };
  };
  return {
    expected(state, template) {
      const place = places.get(`${state}\n${template}`);
      return place === undefined
        ? expectedBy((solved) => solved.unseen(states.get(state) ?? null, templates.get(template) ?? null))
        : expectedBy((solved) => solved.cell(place));
    },
    stateBlind: (template) => expectedBy((solved) => solved.effect(templates.get(template) ?? null)),
    spreads: { template: mean(mixed, ({ spreads }) => spreads.template), interaction: mean(mixed, ({ spreads }) => spreads.interaction) },
  };
}

type Index = ReadonlyMap<string, number>;

/** Solves the model for every pair of spreads, and gives each its share. */
function solveFor(seen: readonly Cell[], grid: readonly Spreads[]): { mixed: Mixed[]; states: Index; templates: Index } {
  const states = indexOf(seen.map(({ state }) => state));
  const templates = indexOf(seen.map(({ template }) => template));
  const total = seen.reduce((sum, { effective }) => sum + effective, 0);
  const overall = total === 0 ? 0.5 : seen.reduce((sum, { effective, rate }) => sum + effective * rate, 0) / total;
  const indexed: Omit<IndexedCells, "variance"> = {
    states: states.size, templates: templates.size, overall,
    state: seen.map(({ state }) => states.get(state) ?? 0),
    template: seen.map(({ template }) => templates.get(template) ?? 0),
    rate: seen.map(({ rate }) => rate),
  };
  let expectedRates = levelsOf(seen, overall);
  let unexplained = (spreads: Spreads): number => spreads.interaction ** 2 + spreads.template ** 2;
  let mixed: Mixed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const solve = (spreads: Spreads): Solved => {
      // The variance of a count around its own rate, p(1 - p), is on average less than around the expected rate by as much as the rates
      // themselves differ. Without that, rarely seen replies hide how far they differ.
      const variance = seen.map(({ effective }, i) => {
        const p = expectedRates[i] ?? overall;
        return Math.max(leastVariance, p * (1 - p) - unexplained(spreads)) / effective;
      });
      return solveStates({ ...indexed, variance }, spreads);
    };
    mixed = weigh(grid.map((spreads) => ({ spreads, solved: solve(spreads) })));
    expectedRates = seen.map((_, i) => mean(mixed, ({ solved }) => solved.expectedRate(i)));
    unexplained = (spreads) => spreads.interaction ** 2;
  }
  return { mixed, states, templates };
}

type Mixed = { spreads: Spreads; solved: Solved; share: number };

/** Gives each pair of spreads its share by how well it explains the counts. Those that explain next to nothing are dropped: they only cost time. */
function weigh(pairs: { spreads: Spreads; solved: Solved }[]): Mixed[] {
  const scored = pairs.map((pair) => ({ ...pair, score: pair.solved.logLikelihood + prior(pair.spreads.template) + prior(pair.spreads.interaction) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const weighed = scored.map(({ spreads, solved, score }) => ({ spreads, solved, share: Math.exp(score - best) })).filter(({ share }) => share > 1e-3);
  const sum = weighed.reduce((all, { share }) => all + share, 0);
  return weighed.map((pair) => ({ ...pair, share: pair.share / sum }));
}

/** Logarithm of how likely a grid point is before anything is seen. */
const prior = (spread: number): number => Math.log(spread) - spread ** 2 / (2 * spreadScale ** 2) + Math.log(stepOf(spread));

/** The grid is uneven: each point stands for the stretch around it. */
function stepOf(spread: number): number {
  const at = tried.indexOf(spread);
  if (at < 0) return 1;
  return ((tried[at + 1] ?? spread) - (tried[at - 1] ?? 0)) / 2;
}

const mean = (mixed: readonly Mixed[], of: (mixed: Mixed) => number): number => mixed.reduce((sum, entry) => sum + entry.share * of(entry), 0);

const indexOf = (keys: readonly string[]): Index => new Map([...new Set(keys)].map((key, i) => [key, i]));

/** Each cell's state's own rate: where the variances start from. */
function levelsOf(cells: readonly Cell[], overall: number): number[] {
  const sums = new Map<string, { n: number; calmed: number }>();
  for (const { state, effective, rate } of cells) {
    const sum = sums.get(state) ?? { n: 1, calmed: overall }; // one reply's worth of the overall rate, for states hardly seen
    sums.set(state, { n: sum.n + effective, calmed: sum.calmed + effective * rate });
  }
  return cells.map(({ state }) => {
    const sum = sums.get(state);
    return sum ? sum.calmed / sum.n : overall;
  });
}
