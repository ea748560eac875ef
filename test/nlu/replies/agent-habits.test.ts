import { habitNames, learnHabits } from "../../../src/nlu/replies/agent-habits.ts";

const house = ["Is there anything else that I can do for you?", "Thank you and goodbye."];
const own = ["anything more ", "ok bye"];
const past = [...Array.from({ length: 20 }, () => house).flat(), ...own];
const of = (row: readonly number[], name: (typeof habitNames)[number]): number => row[habitNames.indexOf(name)] ?? NaN;

test("who picked the house's replies so far is expected to go on, and who wrote in their own words too", () => {
  const habits = learnHabits(past);
  const [picks, writes] = [habits.reader([house[0] ?? "", house[1] ?? ""]), habits.reader(own)];
  const candidates = { house: "Thank you and goodbye.", own: "see you" };
  const gain = (read: (candidate: string) => number[]): number => of(read(candidates.own), "ownRare") - of(read(candidates.house), "ownRare");
  expect(gain(writes)).toBeGreaterThan(gain(picks));
  expect(of(writes(candidates.house), "ownCapital")).toBeLessThan(of(picks(candidates.house), "ownCapital"));
});

test("two replies count as a hint and ten as a habit; before the first nobody has one", () => {
  const habits = learnHabits(past);
  const leaning = (times: number): number => of(habits.reader(Array.from({ length: times }, () => "ok bye"))("see you"), "ownRare");
  expect(leaning(0)).toBe(0);
  expect(leaning(2)).toBeGreaterThan(0);
  expect(leaning(10)).toBeGreaterThan(leaning(2));
});

test("every candidate gets a number for every name, finite even where nothing was ever said", () => {
  for (const habits of [learnHabits([]), learnHabits(past)]) {
    for (const replies of [[], own]) {
      const row = habits.reader(replies)("");
      expect(row).toHaveLength(habitNames.length);
      expect(row.every(Number.isFinite)).toBe(true);
    }
  }
});

test("a reply is told to be usual, and to have been said before, by its very letters", () => {
  const read = learnHabits(past).reader(["Thank you and goodbye."]);
  expect(of(read("Thank you and goodbye."), "usual")).toBeCloseTo(Math.log(21));
  expect(of(read("Thank you and goodbye."), "saidBefore")).toBe(1);
  expect(of(read("thank you and goodbye"), "known")).toBe(0);
});
