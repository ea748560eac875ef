import { learnCalming } from "../../src/core/reactions/calming-model.ts";
import { cellsOf } from "../../src/core/reactions/cells.ts";
import { byCalming, calmingKnowledge, knowledgeOf } from "../../src/core/reactions/evidence.ts";
import { reactionWorld, worldSpreads } from "../../scripts/bench/reaction-world.ts";

test("the learner reaches nine tenths of what one told the true spreads gains over chance", () => {
  const gains = Array.from({ length: 6 }, (_, seed) => {
    const world = reactionWorld(seed + 100, 2_500);
    const cells = cellsOf(world.observations);
    const truthOf = (knowledge: Parameters<typeof byCalming>[0]): number =>
      world.states.reduce((sum, state) => sum + world.truth(state, byCalming(knowledge, state, world.templates)[0] ?? ""), 0);
    const chance = world.states.reduce((sum, state) => sum + world.templates.reduce((all, template) => all + world.truth(state, template), 0) / world.templates.length, 0);
    return { ours: truthOf(knowledgeOf(world.observations)) - chance, ideal: truthOf(calmingKnowledge(cells, learnCalming(cells, worldSpreads))) - chance };
  });
  const sum = (of: "ours" | "ideal"): number => gains.reduce((total, gain) => total + gain[of], 0);
  expect(sum("ours")).toBeGreaterThan(0.9 * sum("ideal"));
});

test("the same seed is the same world", () => {
  expect(reactionWorld(3, 50).observations).toEqual(reactionWorld(3, 50).observations);
  expect(reactionWorld(4, 50).observations).not.toEqual(reactionWorld(3, 50).observations);
});
