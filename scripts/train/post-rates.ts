import { emotions } from "../../src/core/understanding.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { polarity } from "../../src/nlu/emotion/model.ts";

/**
 * A post that the model has not seen. `told` is what its label tells, `possible` what the labels of its set can tell: no emotion where nobody marked what is
 * neutral. `chances`: of the eight emotions with given rates.
 */
export type UnseenPost = { set: string; told: readonly Emotion[]; possible: readonly Emotion[]; chances: (rates: readonly number[]) => number[] };

/** How far a rate is moved at a time, in log-odds; each in turn, up and down, as often as `rounds`, before the next finer step. */
const steps = [0.4, 0.2, 0.1];
const rounds = 4;
/** A label's weight falls with this power of how often its set uses it: between the rates of the set (0) and all labels alike (1), where macro-F1 is best. */
const balance = 0.6;
/** What a rate costs, times its square: a few hundred texts should not move it by more than they can show. */
const price = 0.003;

/**
 * Finds the rates with which the labels of posts are likeliest, rare labels counting more; a set counts by the root of its size. Fitting the figures
 * themselves gave rates that differed by one from one fold to the next. One rate after the other; deterministic.
 *
 * @param posts in one language
 * @returns added to the log-odds of the posts' emotions, in their order
 */
export function fitRates(posts: readonly UnseenPost[]): number[] {
  const rates = emotions.map(() => 0);
  const sets = [...Map.groupBy(posts, ({ set }) => set).values()].map(weighted);
  const all = sets.reduce((sum, { weight }) => sum + weight, 0);
  const gain = (): number => sets.reduce((sum, set) => sum + (set.weight / all) * likelihood(set, rates), 0) - price * rates.reduce((sum, rate) => sum + rate * rate, 0);
  let best = gain();
  for (const step of steps) {
    for (let round = 0; round < rounds; round += 1) {
      for (let e = 0; e < emotions.length; e += 1) {
        for (const by of [-step, step]) {
          const before = rates[e] ?? 0;
          rates[e] = before + by;
          const now = gain();
          if (now > best) best = now;
          else rates[e] = before;
        }
      }
    }
  }
  return rates.map((rate) => Math.round(rate * 100) / 100);
}

type WeightedSet = { weight: number; posts: { post: UnseenPost; weight: number }[] };

function weighted(set: readonly UnseenPost[]): WeightedSet {
  const counts = new Map<string, number>();
  for (const { told } of set) counts.set(told.join(), (counts.get(told.join()) ?? 0) + 1);
  const posts = set.map((post) => ({ post, weight: (counts.get(post.told.join()) ?? 1) ** -balance }));
  const sum = posts.reduce((total, { weight }) => total + weight, 0);
  return { weight: Math.sqrt(set.length), posts: posts.map(({ post, weight }) => ({ post, weight: weight / sum })) };
}

const likelihood = ({ posts }: WeightedSet, rates: readonly number[]): number => posts.reduce((sum, { post: { told, possible, chances }, weight }) => {
  const read = chances(rates);
  const of = (some: readonly Emotion[]): number => some.reduce((total, emotion) => total + (read[emotions.indexOf(emotion)] ?? 0), 0);
  return sum + weight * Math.log(Math.max(1e-9, of(told) / of(possible)));
}, 0);

/** All emotions on one side: pleasant, unpleasant or neither. */
export const onSide = (side: -1 | 0 | 1): Emotion[] => emotions.filter((emotion) => polarity[emotion] === side);
