import { fitRates, onSide } from "../../../scripts/train/post-rates.ts";
import type { UnseenPost } from "../../../scripts/train/post-rates.ts";
import { emotions } from "../../../src/core/understanding.ts";
import type { Emotion } from "../../../src/core/understanding.ts";

/** A post whose log-odds are 0 for all emotions but those given. */
function post(told: readonly Emotion[], scores: Partial<Record<Emotion, number>>, possible: readonly Emotion[] = emotions): UnseenPost {
  return {
    set: possible.join(), told, possible,
    chances: (rates) => {
      const powers = emotions.map((emotion, i) => Math.exp((scores[emotion] ?? 0) + (rates[i] ?? 0)));
      const sum = powers.reduce((total, power) => total + power, 0);
      return powers.map((power) => power / sum);
    },
  };
}
const times = (count: number, of: UnseenPost): UnseenPost[] => Array.from({ length: count }, () => of);
const rateOf = (rates: readonly number[], emotion: Emotion): number => rates[emotions.indexOf(emotion)] ?? NaN;

test("raises what people say more often than the model, and lowers what they say less often", () => {
  const rates = fitRates([...times(60, post(["sad"], { angry: 1 })), ...times(20, post(["angry"], { angry: 1 }))]);
  expect(rateOf(rates, "sad")).toBeGreaterThan(0.5);
  expect(rateOf(rates, "excited")).toBeLessThan(0);
});

test("learns nothing of neutral from a set in which nobody marked what is neutral", () => {
  const felt = emotions.filter((emotion) => emotion !== "neutral" && emotion !== "confused");
  const rates = fitRates([...times(20, post(onSide(-1), { neutral: 3 }, felt)), ...times(20, post(onSide(1), { neutral: 3, satisfied: 1 }, felt))]);
  expect(rateOf(rates, "confused")).toBe(0);
});

test("finds the same rates from the same posts", () => {
  const posts = [...times(3, post(["sad"], { angry: 1 })), ...times(2, post(["neutral"], {}))];
  expect(fitRates(posts)).toEqual(fitRates(posts));
});
