import { join } from "node:path";
import { loadCatalogue, placeholders, renderText } from "../../src/nlu/catalogue.ts";
import type { Catalogue } from "../../src/nlu/catalogue-types.ts";
import { dialogs } from "../../dialogs/all.ts";

const root = join(__dirname, "../..");
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue(join(root, "intents"));
});

test("has every intent a supermarket gets, each with at least 18 ways to say it in both languages", () => {
  expect(catalogue.intents.size).toBeGreaterThanOrEqual(18);
  for (const entry of catalogue.intents.values()) {
    for (const language of ["es", "en"] as const) {
      expect({ intent: entry.intent, language, enough: new Set(entry.utterances[language]).size >= 18 }).toEqual({ intent: entry.intent, language, enough: true });
    }
  }
});

test("has the same placeholders in Spanish and English for every text", () => {
  for (const [key, { es, en }] of catalogue.texts) expect([key, ...placeholders(es)]).toEqual([key, ...placeholders(en)]);
});

test("has an answer for every intent the digital colleague serves without a dialog", () => {
  const unanswered = [...catalogue.intents.values()].filter(({ intent, owner, dialog }) =>
    owner === "bot" && dialog === null && intent !== "oos" && !catalogue.texts.has(`${intent}.answer`));
  expect(unanswered).toEqual([]);
});

test("names only dialogs that exist, and every dialog's intents are in the catalogue", () => {
  const names = dialogs.map(({ name }) => name);
  for (const { dialog } of catalogue.intents.values()) if (dialog !== null) expect(names).toContain(dialog);
  for (const { intents } of dialogs) for (const intent of intents) expect([...catalogue.intents.keys()]).toContain(intent);
});

test("never lets the digital colleague claim a feeling", () => {
  const claims = /lo siento|lamento|me alegra|me entristece|siento mucho|i'?m (so |very )?(sorry|glad|happy|sad)|i am (so |very )?(sorry|glad|happy|sad)|i feel\b/i;
  for (const [key, { es, en }] of catalogue.texts) {
    expect([key, claims.test(es), claims.test(en)]).toEqual([key, false, false]);
  }
});

test("has words of its own for topics of people, and a condolence for a death", () => {
  const own = [...catalogue.texts.keys()].flatMap((key) => (key.startsWith("handoff.people-topic.") ? [key.slice("handoff.people-topic.".length)] : []));
  expect(own).toContain("bereavement");
  for (const intent of own) expect(catalogue.intents.get(intent)).toMatchObject({ owner: "people" });
  expect(renderText(catalogue, "handoff.people-topic.bereavement", {}, "es")).toMatch(/^Nuestro pésame\. /);
  expect(renderText(catalogue, "handoff.people-topic.bereavement", {}, "en")).toMatch(/^Our condolences\. /);
});

test("throws on a text key that does not exist and on a value that is missing", () => {
  expect(() => renderText(catalogue, "no.such.key", {}, "es")).toThrow("no.such.key");
  expect(() => renderText(catalogue, "queue.place", { place: 1 }, "en")).toThrow("low");
  expect(renderText(catalogue, "order.ask-postcode", { number: "1043" }, "es")).toContain("pedido 1043");
});
