import { emotions } from "../../../src/core/understanding.ts";
import type { Emotion } from "../../../src/core/understanding.ts";
import { chancesOf, chosenOf, columnOf, columns, firstOf } from "../../../src/nlu/emotion/model.ts";

const place = (emotion: Emotion): number => emotions.indexOf(emotion);
const of = (some: Partial<Record<Emotion, number>>): number[] => emotions.map((emotion) => some[emotion] ?? 0);
const nothing = { votes: of({}), covered: 0 };
const even = of({});

/** Scores of a text that is surely a customer's, or surely a post. */
function scores(service: boolean, inService: Partial<Record<Emotion, number>>, inPosts: Partial<Record<Emotion, number>>): Float64Array {
  const all = new Float64Array(columns);
  all.set(of(inService), firstOf.service);
  all.set(of(inPosts), firstOf.general);
  all[columnOf("service")] = service ? 30 : -30;
  return all;
}

test("takes a complaint that could be any of four feelings for a complaint, though neutral alone is likelier than each", () => {
  expect(emotions[chosenOf(of({ neutral: 0.3, angry: 0.25, frustrated: 0.2, sad: 0.15, anxious: 0.1 }))]).toBe("angry");
  expect(emotions[chosenOf(of({ neutral: 0.5, angry: 0.2, frustrated: 0.2, sad: 0.1 }))]).toBe("neutral");
});

test("reads a customer's words by what customers mean by them, and a post by what the world does", () => {
  const both = [true, false].map((service) => chosenOf(chancesOf(scores(service, { neutral: 4 }, { excited: 4 }), even, new Float64Array(emotions.length), nothing)));
  expect(both).toEqual([place("neutral"), place("excited")]);
});

test("weighs in how often people use an emotion in posts only where the text is a post", () => {
  const rates = of({ sad: 6 });
  const read = (service: boolean): number[] => chancesOf(scores(service, { neutral: 3 }, { neutral: 3 }), rates, new Float64Array(emotions.length), nothing);
  expect(emotions[chosenOf(read(true))]).toBe("neutral");
  expect(emotions[chosenOf(read(false))]).toBe("sad");
});

test("lets the lexicons, which were written for customers, count for less in a post", () => {
  const heard = { votes: of({ angry: 1 }), covered: 0.5 };
  const angry = (service: boolean): number => chancesOf(scores(service, {}, {}), even, new Float64Array(emotions.length), heard)[place("angry")] ?? NaN;
  expect(angry(false)).toBeGreaterThan(1 / emotions.length);
  expect(angry(true)).toBeGreaterThan(2 * angry(false));
});
