import { join } from "node:path";
import { topicOf } from "../../src/core/whisper.ts";
import type { Language } from "../../src/core/turn.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { createUnderstand, loadModels } from "../../src/nlu/understand.ts";
import { loadParaphrases } from "./paraphrases.ts";
import type { Understand } from "../../src/core/understanding.ts";

let understand: Understand;
beforeAll(async () => { understand = createUnderstand(await loadModels(join(__dirname, "../../src/nlu/models"))); });

const read = (text: string) => understand({ text, previousLanguage: null, locale: null, readTone: true, at: 0 });

test.each([
  "Estoy rabiosa de verdad, deme un humano", "¡Qué desastre! Que se ponga una persona", "Esto es inadmisible, páseme con su jefe", "Me tenéis hartísimo", "No me entendéis, quiero hablar con alguien", "Llevo tres semanas llamando y nadie me hace caso, qué vergüenza",
  "I am raging, give me a human", "What a disgrace, let me speak to someone", "This is outrageous, I need your manager", "You are useless, the lot of you", "You are not listening, get me a person", "Nobody answers, three weeks of calling, it is a disgrace",
])("who tells only how they feel and whom they want to talk to names no topic: %s", (text) => {
  const { onlyFeeling, ...understanding } = read(text);
  expect(onlyFeeling).toBe(true);
  expect([null, "talk-to-person"]).toContain(topicOf({ ...understanding, onlyFeeling }));
});

test.each([
  ["Quiero presentar una queja, estoy indignada", "complaint"], ["Páseme con alguien, voy a poner una reclamación", "complaint"], ["Qué vergüenza, el repartidor me insultó", "complaint"], ["Estoy furiosa, la factura está mal", "invoice"], ["Qué rabia, me han cobrado dos veces, un humano", "refund"],
  ["I am disgusted and want to make a formal complaint", "complaint"], ["Get me someone, I want to complain", "complaint"], ["Outrageous, your driver swore at my wife", "complaint"], ["I am furious, my bottle came broken", "damaged-item"], ["So angry, where is my order, get me a person", "order-status"],
])("a matter told with however much feeling is a topic, and so is the wish to complain: %s", (text, topic) => {
  const understanding = read(text);
  expect(understanding.onlyFeeling).toBe(false);
  expect(topicOf(understanding)).toBe(topic);
});

test("what customers write for any other matter is hardly ever taken for feeling alone", async () => {
  const { intents } = await loadCatalogue(join(__dirname, "../../intents"));
  const matters = [...intents.values()].filter(({ intent }) => !["complaint", "talk-to-person", "oos", "greeting", "thanks", "goodbye"].includes(intent));
  const texts = matters.flatMap(({ utterances }) => [...utterances.es, ...utterances.en]);
  expect(texts.filter((text) => read(text).onlyFeeling).length / texts.length).toBeLessThan(0.001);
});

/** Ways to be furious around a matter, before and after it. */
const inFury: Record<Language, ((matter: string) => string)[]> = {
  es: [(matter) => `${matter}, sois unos inútiles`, (matter) => `Esto es indignante. ${matter}`, (matter) => `Estoy muy cabreado con vosotros ${matter}`],
  en: [(matter) => `${matter}, you are useless`, (matter) => `This is outrageous. ${matter}`, (matter) => `I am absolutely furious with you ${matter}`],
};
const ownMatter = (intent: string): boolean => !["oos", "talk-to-person", "greeting", "thanks", "goodbye", "complaint"].includes(intent);

test("a matter told in fury stays the topic: of matters nobody trained on, more than eight in ten, and few become a complaint alone", async () => {
  const told = (await loadParaphrases()).filter(({ intent }, place) => ownMatter(intent) && place % 5 === 0);
  const topics = told.map(({ intent, language, text }, place) => ({ intent, topic: topicOf(read(inFury[language][place % 3]?.(text) ?? text)) }));
  expect(topics.filter(({ intent, topic }) => topic === intent).length / told.length).toBeGreaterThan(0.8);
  expect(topics.filter(({ topic }) => topic === "complaint").length / told.length).toBeLessThan(0.05);
});

test("a complaint stays one however furious it is told, and whoever is sure to complain still goes to a person", async () => {
  const complaints = (await loadParaphrases()).filter(({ intent }) => intent === "complaint");
  const furious = complaints.map(({ language, text }, place) => topicOf(read(inFury[language][place % 3]?.(text) ?? text)));
  expect(furious.filter((topic) => topic !== "complaint" && topic !== null)).toEqual([]);
  const understanding = read("Tercer día esperando el maldito pedido, sois unos inútiles");
  expect([understanding.intentSure, understanding.intents[0]?.intent, topicOf(understanding)]).toEqual([true, "complaint", "order-status"]);
});
