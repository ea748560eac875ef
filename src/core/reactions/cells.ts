import type { Observation } from "./observation.ts";

/** What was observed of one template in one state. */
export type Cell = {
  state: string;
  template: string;
  /** Replies observed, and how many of them calmed: plain counts, as evidence shows them. */
  n: number;
  calmed: number;
  /** The calming rate with old practice and busy authors counting less, 0 to 1. */
  rate: number;
  /** The sum of the weights: as many whole replies tell as much as these do. At most `n`. */
  effective: number;
};

/**
 * The most one author may count among the replies of a template. A quarter: then what four people found outweighs what one insists on. Where few
 * people work at all, twice an equal share, so that two colleagues' own practice is not thrown away.
 */
const authorShare = (authors: number): number => Math.max(0.25, Math.min(1, 2 / Math.max(1, authors)));
/** An author's first replies with a template count whole: twenty move a rate little, shrinkage sees to that, and chance alone makes shares uneven. */
const alwaysWhole = 20;

/** Counts observations by state and template; one author's share in a template is capped over all states together. */
export function cellsOf(observations: Iterable<Observation>): Cell[] {
  const known = [...observations];
  const byTemplate = Map.groupBy(known, ({ template }) => template);
  const share = authorShare(new Set(known.map(({ author }) => author)).size);
  return [...byTemplate].flatMap(([template, group]) => {
    const totals = new Map<string, number>();
    for (const { author, weight } of group) totals.set(author, (totals.get(author) ?? 0) + weight);
    const cap = Math.max(alwaysWhole, capOf([...totals.values()], share));
    const counted = (author: string): number => Math.min(1, cap / (totals.get(author) || 1));
    return [...Map.groupBy(group, ({ state }) => state)].map(([state, replies]) => cellOf(state, template, replies, counted));
  });
}

function cellOf(state: string, template: string, replies: readonly Observation[], counted: (author: string) => number): Cell {
  let [calmed, effective, effectiveCalmed] = [0, 0, 0];
  for (const reply of replies) {
    const weight = reply.weight * counted(reply.author);
    effective += weight;
    if (!reply.calmed) continue;
    calmed += 1;
    effectiveCalmed += weight;
  }
  return { state, template, n: replies.length, calmed, rate: effective === 0 ? 0 : effectiveCalmed / effective, effective };
}

/** The weight no author may exceed, so that each has at most `share` of what is left: the greatest are cut, one after the other, until it holds. */
function capOf(totals: number[], share: number): number {
  const sorted = totals.toSorted((a, b) => b - a);
  let rest = sorted.reduce((sum, total) => sum + total, 0);
  for (const [cut, total] of sorted.entries()) {
    const cap = cut * share >= 1 ? 0 : (share * rest) / (1 - cut * share);
    if (total <= cap) return cap;
    rest -= total;
  }
  return sorted.at(-1) ?? 0;
}
