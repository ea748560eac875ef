import { join } from "node:path";
import { topicOf } from "../../src/core/whisper.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { createUnderstand, loadModels } from "../../src/nlu/understand.ts";
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
