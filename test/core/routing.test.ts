import { chatWeight, fittingSeat, wasVeryHard, type Seat } from "../../src/core/routing.ts";
import { noon } from "../support/given.ts";

const seat = (agentId: string, rest: Partial<Seat> = {}): Seat => ({ agentId, languages: ["es", "en"], agentSkills: ["general", "care"], capacity: 3, chats: 0, load: 0, lastTook: 0, ...rest });
const ticket = { line: { language: "es", agentSkill: "care" } as const, passedBy: [] as string[] };
const chosen = (seats: Seat[], rest: Partial<typeof ticket> = {}, preferred: string | null = null): string | undefined => fittingSeat({ ...ticket, ...rest }, preferred, seats)?.agentId;

test("language and agent skill come before everything", () => {
  expect(chosen([seat("a", { languages: ["en"] }), seat("b", { agentSkills: ["general"] }), seat("c", { chats: 2, load: 2 })])).toBe("c");
  expect(chosen([seat("a", { languages: ["en"] }), seat("b", { agentSkills: ["general"] })])).toBeUndefined();
});

test("then whoever carries least for their capacity, hard chats weighing more", () => {
  expect(chosen([seat("a", { chats: 1, load: 2 }), seat("b", { chats: 1, load: 1 })])).toBe("b");
  expect(chosen([seat("a", { chats: 1, load: 1 }), seat("b", { chats: 1, load: 1, capacity: 5 })])).toBe("b");
});

test("then whoever has gone longest without a new chat", () => {
  expect(chosen([seat("a", { lastTook: noon }), seat("b", { lastTook: noon - 1 })])).toBe("b");
});

test("a full agent is offered nothing, by number or by weight; one step below there is room", () => {
  expect(chosen([seat("a", { chats: 3, load: 2 })])).toBeUndefined();
  expect(chosen([seat("a", { chats: 1, load: 3 })])).toBeUndefined();
  expect(chosen([seat("a", { chats: 2, load: 2 })])).toBe("a");
});

test("who let it pass is not asked again", () => {
  expect(chosen([seat("a"), seat("b", { chats: 2, load: 2 })], { passedBy: ["a"] })).toBe("b");
  expect(chosen([seat("a")], { passedBy: ["a"] })).toBeUndefined();
});

test("who had this customer before comes first, as long as there is room", () => {
  expect(chosen([seat("a"), seat("b", { chats: 2, load: 2 })], {}, "b")).toBe("b");
  expect(chosen([seat("a"), seat("b", { chats: 3, load: 3 })], {}, "b")).toBe("a");
});

test("a chat weighs by its danger and its customer's feeling, one step each side of the threshold", () => {
  const asked = { rule: "asked-for-human" } as const;
  expect(chatWeight({ rule: "safety", danger: "fraud" }, { emotion: "neutral", valence: 0 })).toBe(3);
  expect(chatWeight(asked, { emotion: "angry", valence: -0.3 })).toBe(2);
  expect(chatWeight(asked, { emotion: "angry", valence: -0.29 })).toBe(1);
  expect(chatWeight(asked, { emotion: "neutral", valence: -0.5 })).toBe(1);
});

test("a pause is due after a danger or an outburst, not after any complaint", () => {
  const readings = (valence: number) => [{ emotion: { valence: 0 } }, { emotion: { valence } }];
  expect(wasVeryHard({ safety: true }, [])).toBe(true);
  expect(wasVeryHard({ safety: false }, readings(-0.7))).toBe(true);
  expect(wasVeryHard({ safety: false }, readings(-0.69))).toBe(false);
});
