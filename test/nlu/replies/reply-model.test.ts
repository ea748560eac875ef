import { createBm25Index } from "../../../src/nlu/replies/bm25-index.ts";
import { fitBlend, scoresOf } from "../../../src/nlu/replies/blend.ts";
import { trainReplyModel, type PastDialogue } from "../../../src/nlu/replies/reply-model.ts";
import { learnAssociation } from "../../../src/nlu/replies/word-association.ts";
import { tokensOf } from "../../../src/nlu/replies/dialogue.ts";

const jobs = [
  ["where is my parcel", "Could you tell me your order number?", "ask_order"],
  ["the box is broken", "I am sorry it arrived damaged. Could you send a photo?", "ask_photo"],
  ["I want to cancel", "I have cancelled the order for you.", "cancelled"],
  ["when do you open", "We open at nine every day.", "hours"],
] as const;
const dialogues: PastDialogue[] = Array.from({ length: 32 }, (_, i) => {
  const [said, answered, action] = jobs[i % jobs.length] ?? jobs[0];
  const shade = ["hello, ", "please, ", "good morning ", "so "][Math.floor(i / 4) % 4] ?? "";
  return { turns: [{ speaker: "customer", text: `${shade}${said}` }, { speaker: "agent", text: answered, action }, { speaker: "customer", text: "thank you" }, { speaker: "agent", text: "You are welcome.", action: "welcome" }] };
});

test("learns from past dialogues which reply and which template fit a context", () => {
  const model = trainReplyModel(dialogues);
  const candidates = [...jobs.map(([, answered]) => answered), "You are welcome."].map((text) => model.read(text));
  for (const [i, [said, , action]] of jobs.entries()) {
    const context = [{ speaker: "customer" as const, text: `hello, ${said}` }];
    expect(model.rank(context, candidates)[0]).toBe(i);
    expect(model.templates(context, 3)[0]).toBe(action);
  }
});

test("the same dialogues give the same ranking", () => {
  const context = [{ speaker: "customer" as const, text: "my parcel is broken and late" }];
  const rank = (): number[] => {
    const model = trainReplyModel(dialogues.slice(0, 8));
    return model.rank(context, jobs.map(([, answered]) => model.read(answered)));
  };
  expect(rank()).toEqual(rank());
});

test("without past dialogues, or without templates in them, it ranks all the same and names none", () => {
  for (const past of [[], dialogues.slice(0, 6).map(({ turns }) => ({ turns: turns.map(({ speaker, text }) => ({ speaker, text })) }))]) {
    const model = trainReplyModel(past);
    const candidates = ["a reply", "", "¿y otra?"].map((text) => model.read(text));
    expect(model.rank([{ speaker: "customer", text: "hello" }], candidates).toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
    expect(model.rank([], candidates)).toHaveLength(3);
    expect(model.templates([{ speaker: "customer", text: "hello" }], 3)).toEqual([]);
  }
});

test("words that answer each other are learned, and words that may be copied count", () => {
  const association = learnAssociation(Array.from({ length: 12 }, (_, i) => (i % 2 === 0
    ? { context: [{ speaker: "customer" as const, text: "my bag is lost" }], text: "we will trace the luggage" }
    : { context: [{ speaker: "customer" as const, text: "great crew today" }], text: "thanks for the kind words" })));
  const score = association.scorer([{ speaker: "customer", text: "my bag is lost in Denver" }]);
  expect(score(tokensOf("we will trace the luggage")).called).toBeGreaterThan(score(tokensOf("thanks for the kind words")).called);
  expect(score(tokensOf("luggage from denver")).copied).toBeGreaterThan(score(tokensOf("luggage from boston")).copied);
});

test("an index finds by rare words, takes out exactly what is removed, and goes on growing", () => {
  const index = createBm25Index();
  const texts = ["the red lamp", "the blue lamp", "the green chair"].map((text) => text.split(" "));
  texts.forEach((text) => index.add(text));
  expect(index.search(["the", "red"], 3)[0]?.id).toBe(0);
  index.remove(0, texts[0] ?? []);
  expect(index.size()).toBe(2);
  expect(index.search(["the", "red", "lamp"], 3).map(({ id }) => id)).not.toContain(0);
  expect(index.add(["red", "again"])).toBe(3);
  expect(index.search(["red"], 3).map(({ id }) => id)).toEqual([3]);
});

test("weights follow what tells the true candidate, not what does not", () => {
  // The first feature is higher for the true one, the second is chance.
  const lists = Array.from({ length: 40 }, (_, i) => ({ features: Float32Array.from([1, (i * 7) % 5, 0, (i * 3) % 5, 0.2, (i * 11) % 5]), count: 3, right: 0 }));
  const blend = fitBlend(lists, 2);
  expect(blend.weights[0] ?? 0).toBeGreaterThan(3 * Math.abs(blend.weights[1] ?? 0));
  const scores = scoresOf(Float32Array.from([1, 0, 0, 4]), 2, blend);
  expect(scores[0] ?? 0).toBeGreaterThan(scores[1] ?? 0);
});
