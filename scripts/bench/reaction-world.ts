import type { Observation } from "../../src/core/reactions/observation.ts";
import { createRandom } from "../simulate/random.ts";

/** A world whose calming rates are known, hidden from the learner, and what its agents saw. */
export type ReactionWorld = { states: string[]; templates: string[]; truth(state: string, template: string): number; observations: Observation[] };

const emotions = ["neutral", "confused", "anxious", "sad", "frustrated", "angry", "satisfied", "excited"];
const templateCount = 40;
const agentCount = 12;
/** Spreads of the template's effect and of what it does in one state beyond that. */
export const worldSpreads = { template: 0.05, interaction: 0.08 };
const lowest = 0.02;
const highest = 0.9;
/** Levels of the states, from the hardest to the easiest: with them a reply by chance calms about a third. */
const levels = [0.12, 0.18, 0.24, 0.3, 0.36, 0.42, 0.48, 0.54];

/**
 * A seeded world of 8 states and 40 templates: calming rate = the state's level + the template's effect + the template's effect in that state.
 * Agents choose by popularity, a few templates most of the time; in easy states, where there is time to think, they prefer the better ones. So a
 * template's plain rate says as much about where it is used as about what it does.
 */
export function reactionWorld(seed: number, observed: number): ReactionWorld {
  const random = createRandom(seed).next;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const templates = Array.from({ length: templateCount }, (_, i) => `template-${i + 1}`);
  const effects = templates.map(() => worldSpreads.template * normal());
  const rates = levels.map((level) => effects.map((effect) => Math.min(highest, Math.max(lowest, level + effect + worldSpreads.interaction * normal()))));
  const popular = templates.map((_, i) => 1 / (i + 3));
  const choices = levels.map((level) => {
    // From no preference in the hardest state to twice as often for one spread better in the easiest.
    const preference = ((level - (levels[0] ?? 0)) / 0.42) * (Math.LN2 / worldSpreads.template);
    return runningSums(popular.map((weight, t) => weight * Math.exp(preference * (effects[t] ?? 0))));
  });
  const observations = Array.from({ length: observed }, (): Observation => {
    const s = Math.floor(random() * levels.length);
    const sums = choices[s] ?? [];
    const at = random() * (sums.at(-1) ?? 0);
    const t = sums.findIndex((sum) => sum > at);
    return {
      state: emotions[s] ?? "", template: templates[t] ?? "", author: `agent-${Math.floor(random() * agentCount)}`,
      calmed: random() < (rates[s]?.[t] ?? 0), weight: 1,
    };
  });
  return { states: emotions, templates, truth: (state, template) => rates[emotions.indexOf(state)]?.[templates.indexOf(template)] ?? 0, observations };
}

const runningSums = (weights: readonly number[]): number[] => {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
};
