import { join } from "node:path";
import { bestArticle } from "../../src/app/best-article.ts";
import type { AskKnowledge } from "../../src/core/knowledge.ts";
import type { Language } from "../../src/core/turn.ts";
import type { Article, Catalogue } from "../../src/nlu/catalogue-types.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { createKnowledge } from "../../src/nlu/knowledge.ts";
import { loadModels } from "../../src/nlu/models.ts";
import type { Models } from "../../src/nlu/models.ts";

const root = join(__dirname, "../..");
const languages: Language[] = ["es", "en"];
let catalogue: Catalogue;
let models: Models;
let ask: AskKnowledge;
beforeAll(async () => {
  catalogue = await loadCatalogue(join(root, "intents"));
  models = await loadModels(join(root, "src/nlu/models"));
  ask = createKnowledge(catalogue, models);
});

const idOf = (source: string | undefined): string | null => catalogue.knowledge.find(({ title }) => title.es === source || title.en === source)?.id ?? null;
const first = (question: string, language: Language | null, of = ask): string | null => idOf(of(question, language)[0]?.source);

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

test.each([
  ["es", "¿qué se paga por el reparto a domicilio?", "delivery-costs"], ["en", "what is the delivery charge for a small order?", "delivery-costs"],
  ["es", "¿a qué hora pasáis con el reparto?", "delivery-times"], ["en", "which delivery slot is the last of the day?", "delivery-times"],
  ["es", "compré carne congelada y se descongeló, ¿la congelo otra vez?", "keeping-food"], ["en", "the salmon was frozen and thawed, may I freeze it again?", "keeping-food"],
  ["es", "¿puedo servir lubina cruda en un carpaccio?", "cooking-fish"], ["en", "is raw sea bass safe in a carpaccio?", "cooking-fish"],
] as const)("tells articles about neighbouring matters apart by what is asked of them: in %s, %s", (language, question, article) => {
  expect(first(question, language)).toBe(article);
});

test("finds an article by words it does not have: forms of the spoken language, names of a kind, and words that mean the same", () => {
  expect(first("¿entregáis los pedidos en Formentera?", "es")).toBe("delivery-costs");
  expect(first("¿podéis traérmelo el lunes?", "es")).toBe("delivery-times");
  expect(first("¿cómo hago una trucha al horno?", "es")).toBe("cooking-fish");
  expect(first("how do I cook monkfish?", "en")).toBe("cooking-fish");
  expect(first("la palta no madura", "es")).toBe("ripe-fruit");
  expect(first("can I unsubscribe from my box?", "en")).toBe("subscription");
});

test("takes a line with a brand for the language of the page it was asked on, and finds it in either where the page has none", () => {
  expect(first("¿Bizum vale?", "es")).toBe("payment");
  expect(first("aceptan PayPal o Bizum", "es")).toBe("payment");
  expect(first("aceptan PayPal o Bizum", null)).toBe("payment");
});

test("answers in the language asked for, whichever the question is in", () => {
  expect(ask("how do I season sirloin?", "es")[0]?.source).toBe("Sazonar un solomillo o un filete");
  expect(ask("¿con qué sazono un solomillo?", "en")[0]?.source).toBe("Seasoning a sirloin or fillet steak");
});

test.each(["¿quién ganó la liga?", "what is the capital of France", "instalar windows en un portátil", "write me a poem about the sea", "", "???", "🙂", "where is my order?", "¿y ahora qué hago?"])(
  "says nothing to what no article is about: %s", (question) => {
    expect(ask(question, null)).toEqual([]);
  });

test.each([
  ["es", "¿cómo afilo el cuchillo del jamón?"], ["es", "¿cómo se cocina el avestruz?"], ["es", "¿cómo plancho un mantel para la fiesta?"],
  ["en", "how do I scrub a burnt oven tray?"], ["en", "how do I cook ostrich?"], ["en", "how do I iron a tablecloth for a party?"],
] as const)("says nothing to what has an article's words and another matter: in %s, %s", (language, question) => {
  expect(first(question, language)).toBe(null);
});

test.each([
  ["es", "¿cuánto tarda en asarse una perdiz?"], ["es", "¿cuánto tiempo cuecen las castañas?"], ["es", "¿se congela bien el requesón?"], ["es", "¿qué vino pongo con un cabrito?"],
  ["en", "how long does a partridge roast?"], ["en", "how long do chestnuts boil?"], ["en", "can I freeze custard?"], ["en", "which wine goes with venison?"],
] as const)("an article about some things to eat says nothing of another of their kind: in %s, %s", (language, question) => {
  expect(first(question, language)).toBe(null);
});

test("what is returned, paid or delivered may be anything: only articles about food are held to what they name", () => {
  expect(first("la miel llegó rota, ¿me la devuelven?", "es")).toBe("returns");
  expect(first("the honey arrived broken, do I get a refund?", "en")).toBe("returns");
});

test.each([
  ["es", "una clienta dice que le han cobrado dos veces, ¿qué le digo?", "payment"], ["en", "a lady says she was charged twice, what do I tell her?", "payment"],
  ["es", "un señor me pregunta cómo se deja la cesta de cada semana", "subscription"], ["en", "somebody wants to know how they cancel their weekly basket", "subscription"],
] as const)("who is asking for whom is no part of the question: in %s, %s", (language, question, article) => {
  expect(first(question, language)).toBe(article);
});

test.each([["es", "¿se tira un mejillón si no se abre?", "cooking-fish"], ["en", "is a mussel that did not open thrown away?", "cooking-fish"]] as const)("what one sentence of an article says together is found: in %s, %s", (language, question, article) => {
  expect(first(question, language)).toBe(article);
});

test("a single common word makes several articles possible, and the assistant tells a customer none of them", () => {
  for (const [question, language] of [["how do I cook it?", "en"], ["¿cómo se cocina?", "es"]] as const) expect(bestArticle(ask, question, language)).toBe(null);
});

test("gives at most three answers, best first", () => {
  const answers = ask("devolver el dinero de un pedido cancelado", null);
  expect(answers.length).toBeLessThanOrEqual(3);
  expect(answers.map(({ score }) => score)).toEqual(answers.map(({ score }) => score).toSorted((a, b) => b - a));
});

test("reads a pasted story as far as a question goes", () => {
  expect(ask(`¿con qué sazono un solomillo? ${"bla ".repeat(5_000)}`, "es").length).toBeLessThanOrEqual(3);
});

test("every article says a dozen times in either language how people ask for it", () => {
  for (const { id, asked } of catalogue.knowledge) for (const language of languages) expect([id, asked[language].length >= 12]).toEqual([id, true]);
});

const without = (keep: (question: string) => boolean): Article[] => catalogue.knowledge.map((article) => ({ ...article, asked: { es: article.asked.es.filter(keep), en: article.asked.en.filter(keep) } }));

test("of the questions that articles list, left out of them a fifth at a time, seven in ten are answered by their article first and fewer than one in ten by another", () => {
  const all = catalogue.knowledge.flatMap(({ id, asked }) => languages.flatMap((language) => asked[language].map((question) => ({ id, language, question }))));
  let [right, wrong] = [0, 0];
  for (let part = 0; part < 5; part += 1) {
    const out = all.filter((_, place) => place % 5 === part);
    const questions = new Set(out.map(({ question }) => question));
    const of = createKnowledge({ ...catalogue, knowledge: without((question) => !questions.has(question)) }, models);
    for (const { id, language, question } of out) {
      const found = first(question, language, of);
      if (found === id) right += 1;
      else if (found !== null) wrong += 1;
    }
  }
  expect(right / all.length).toBeGreaterThan(0.7);
  expect(wrong / all.length).toBeLessThan(0.1);
});

test("with the only article about a matter away, eight in ten of its questions are answered by nothing", () => {
  for (const away of ["loyalty", "payment", "ripe-fruit"]) {
    const of = createKnowledge({ ...catalogue, knowledge: catalogue.knowledge.filter(({ id }) => id !== away) }, models);
    const questions = catalogue.knowledge.find(({ id }) => id === away)?.asked ?? { es: [], en: [] };
    const answered = languages.flatMap((language) => questions[language].map((question) => first(question, language, of))).filter((found) => found !== null);
    expect([away, answered.length / (questions.es.length + questions.en.length) <= 0.2]).toEqual([away, true]);
  }
});

test("what is listed as unanswered is answered by nothing", () => {
  const answered = languages.flatMap((language) => catalogue.unanswered[language].filter((question) => ask(question, language).length > 0));
  expect(answered).toEqual([]);
});
