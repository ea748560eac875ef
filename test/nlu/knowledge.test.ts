import { join } from "node:path";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { createKnowledge } from "../../src/nlu/knowledge.ts";
import type { AskKnowledge } from "../../src/core/knowledge.ts";
import { loadModels } from "../../src/nlu/models.ts";

const root = join(__dirname, "../..");
let ask: AskKnowledge;
beforeAll(async () => {
  ask = createKnowledge(await loadCatalogue(join(root, "intents")), await loadModels(join(root, "src/nlu/models")));
});

test.each([
  ["¿con qué sazono un solomillo?", "Sazonar un solomillo o un filete"],
  ["how do I season sirloin?", "Seasoning a sirloin or fillet steak"],
  ["¿se puede congelar el pan?", "Conservar y congelar"],
  ["a customer's husband has died, what about his account", "When a customer dies"],
  ["cuánto tarda en llegar el dinero de una devolución", "Devoluciones y reembolsos"],
])("answers %s from the article that is about it, and names it", (question, source) => {
  const [best] = ask(question, null);
  expect(best?.source).toBe(source);
  expect(best?.text.length).toBeGreaterThan(100);
  expect(best?.score).toBeLessThanOrEqual(1);
});

test("answers in the language asked for, whichever the question is in", () => {
  expect(ask("how do I season sirloin?", "es")[0]?.source).toBe("Sazonar un solomillo o un filete");
  expect(ask("¿con qué sazono un solomillo?", "en")[0]?.source).toBe("Seasoning a sirloin or fillet steak");
});

test.each(["¿quién ganó la liga?", "what is the capital of France", "instalar windows en un portátil", "write me a poem about the sea", "", "???", "🙂"])(
  "says nothing to what no article is about: %s", (question) => {
    expect(ask(question, null)).toEqual([]);
  });

test("gives at most three answers, best first", () => {
  const answers = ask("devolver el dinero de un pedido cancelado", null);
  expect(answers.length).toBeLessThanOrEqual(3);
  expect(answers.map(({ score }) => score)).toEqual(answers.map(({ score }) => score).toSorted((a, b) => b - a));
});
