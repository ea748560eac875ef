import type { RememberedReply } from "../../../src/core/reactions/remembered-reply.ts";
import { whatFollowed } from "../../../src/core/reactions/what-followed.ts";
import { noon } from "../../support/given.ts";

/** Whoever is at -0.6 is expected at -0.4. */
const baseline = (): number => -0.4;
const one = (given: Partial<RememberedReply>, after: number) => ({
  reply: {
    replyId: "r", at: noon, by: "person" as const, author: "key", text: "claro", known: null, language: "es" as const, emotion: "angry" as const, before: -0.6, after: [after], intent: null, suggested: null, context: [], ...given,
  },
  followed: { emotion: "angry", language: "es", before: -0.6, after },
});

test("suggestions, edited ones and own words are counted apart, and only what exceeds the baseline is calmer", () => {
  const found = whatFollowed([one({ suggested: "sent" }, 0.2), one({ suggested: "sent" }, -0.4), one({ suggested: "edited" }, 0), one({}, -0.8), one({}, 0.3)], baseline);
  expect(found).toEqual({ sent: { n: 2, calmed: 1 }, edited: { n: 1, calmed: 1 }, own: { n: 2, calmed: 1 } });
});

test("the assistant's replies are nobody's own words", () => {
  expect(whatFollowed([one({ by: "bot" }, 0.5)], baseline).own).toEqual({ n: 0, calmed: 0 });
});

test("a reply kept before suggestions were followed counts as own words", () => {
  const { suggested: _, ...older } = one({}, 0.3).reply;
  expect(whatFollowed([{ reply: older as RememberedReply, followed: one({}, 0.3).followed }], baseline).own).toEqual({ n: 1, calmed: 1 });
});
