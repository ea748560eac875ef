import { learnCalming } from "../../src/core/reactions/calming-model.ts";
import { cellsOf } from "../../src/core/reactions/cells.ts";
import { byCalming, calmingKnowledge, knowledgeOf, type CalmingKnowledge } from "../../src/core/reactions/evidence.ts";
import { reactionWorld, worldSpreads, type ReactionWorld } from "./reaction-world.ts";
import { atLeast, atMost, type Line } from "./report.ts";
import { spread, type Spread } from "./statistics.ts";

/** Replies observed: what a small team has after days, weeks, months, and a large one after a year. */
const sizes = [1_000, 2_500, 10_000, 50_000];
/** Worlds per size: the mean over them is then known to about a hundredth of the gain. */
const worlds = 40;

type Measured = { ours: number; ideal: number; blind: number; random: number; best: number; covered: number; withEvidence: number; thin: number };

/**
 * What the whisper's learner reaches in worlds whose calming rates are known: the mean true rate of its first suggestion, beside chance, beside the
 * template's plain rate over all states, and beside the same mixed model told the true spreads.
 */
export function benchReactions(progress: (text: string) => void): Promise<Line[]> {
  const lines = sizes.flatMap((size) => {
    progress(`${worlds} worlds of ${size} replies`);
    const measured = Array.from({ length: worlds }, (_, i) => measure(reactionWorld(i + 1, size)));
    const total = (of: (world: Measured) => number): number => measured.reduce((sum, world) => sum + of(world), 0);
    const mean = (of: (world: Measured) => number): string => (total(of) / worlds).toFixed(3);
    const gain = (total((world) => world.ours) - total((world) => world.random)) / (total((world) => world.ideal) - total((world) => world.random));
    const perWorld = spread(measured.map((world) => (world.ours - world.random) / (world.ideal - world.random)));
    const coverage = { ...spread(measured.map((world) => world.covered / world.withEvidence)), median: total((world) => world.covered) / total((world) => world.withEvidence) };
    const found = `ours ${mean((world) => world.ours)}, ideal ${mean((world) => world.ideal)}, state-blind ${mean((world) => world.blind)}, random ${mean((world) => world.random)}, best possible ${mean((world) => world.best)}`;
    const cells = `${(total((world) => world.withEvidence) / worlds).toFixed(0)} cells with evidence in a world`;
    return [
      atLeast(`share of the ideal learner's gain over chance after ${size} replies`, { ...perWorld, median: gain }, 0.9, 0.98, found),
      atLeast(`95 % intervals that hold the truth after ${size} replies`, coverage, 0.93, 0.95, cells),
      atMost(`95 % intervals that hold the truth after ${size} replies, not too wide`, coverage, 0.975, 0.96, cells),
      atMost(`evidence shown below 5 replies after ${size} replies`, single(total((world) => world.thin)), 0, 0, "cells"),
    ];
  });
  return Promise.resolve(lines);
}

const single = (value: number): Spread => ({ median: value, low: value, high: value });

function measure({ states, templates, truth, observations }: ReactionWorld): Measured {
  const cells = cellsOf(observations);
  const counts = new Map(cells.map(({ state, template, n }) => [`${state}/${template}`, n]));
  const ours = knowledgeOf(observations);
  const ideal = calmingKnowledge(cells, learnCalming(cells, worldSpreads));
  const plain = new Map([...Map.groupBy(observations, ({ template }) => template)].map(([template, seen]) => [template, seen.filter(({ calmed }) => calmed).length / seen.length]));
  const blind = templates.toSorted((a, b) => (plain.get(b) ?? 0) - (plain.get(a) ?? 0))[0] ?? "";
  const average = (of: (state: string) => number): number => states.reduce((sum, state) => sum + of(state), 0) / states.length;
  const first = (knowledge: CalmingKnowledge) => (state: string): number => truth(state, byCalming(knowledge, state, templates)[0] ?? "");
  const shown = states.flatMap((state) => templates.map((template) => ({ state, template, evidence: ours.evidence(state, template) }))).filter(({ evidence }) => evidence !== null);
  return {
    ours: average(first(ours)),
    ideal: average(first(ideal)),
    blind: average((state) => truth(state, blind)),
    random: average((state) => templates.reduce((sum, template) => sum + truth(state, template), 0) / templates.length),
    best: average((state) => Math.max(...templates.map((template) => truth(state, template)))),
    covered: shown.filter(({ state, template, evidence }) => evidence && evidence.low <= truth(state, template) && truth(state, template) <= evidence.high).length,
    withEvidence: shown.length,
    thin: shown.filter(({ state, template }) => (counts.get(`${state}/${template}`) ?? 0) < 5).length,
  };
}
