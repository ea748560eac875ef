import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { catalogueExamples } from "../../src/nlu/catalogue-examples.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { catalogueVersion } from "../../scripts/train/intents.ts";
import { storeIntentModel } from "../../src/nlu/intent-storage.ts";
import { trainIntents } from "../../src/nlu/intent-training.ts";
import { heldOut } from "./held-out.ts";
import { createReader } from "./reader.ts";

const root = join(__dirname, "../..");
let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

const judged = (language: "es" | "en"): { intent: string; top: string | undefined; sure: boolean }[] =>
  Object.entries(heldOut).flatMap(([intent, byLanguage]) =>
    byLanguage[language].map((text) => {
      const { intents, intentSure } = read(text, language);
      return { intent, top: intents[0]?.intent, sure: intentSure };
    }));
const share = (list: boolean[]): number => list.filter(Boolean).length / list.length;

test("keeps the held-out paraphrases out of the catalogue", async () => {
  const known = new Set(catalogueExamples(await loadCatalogue(join(root, "intents"))).map(({ text }) => text.toLowerCase()));
  for (const { es, en } of Object.values(heldOut)) for (const text of [...es, ...en]) expect(known.has(text.toLowerCase())).toBe(false);
});

test.each(["es", "en"] as const)("names the right intent for at least 88 of 100 held-out paraphrases (%s)", (language) => {
  expect(share(judged(language).filter(({ intent }) => intent !== "oos").map(({ intent, top }) => intent === top))).toBeGreaterThanOrEqual(0.88);
});

test.each(["es", "en"] as const)("is right at least 95 times in 100 when it is sure, and sure of most (%s)", (language) => {
  const inScope = judged(language).filter(({ intent }) => intent !== "oos");
  const sure = inScope.filter((one) => one.sure);
  expect(share(sure.map(({ intent, top }) => intent === top))).toBeGreaterThanOrEqual(0.95);
  expect(sure.length / inScope.length).toBeGreaterThanOrEqual(0.75);
});

test("is seldom sure of what is none of the shop's business", () => {
  const strange = [...judged("es"), ...judged("en")].filter(({ intent }) => intent === "oos");
  expect(share(strange.map(({ sure }) => sure))).toBeLessThanOrEqual(0.2);
});

test("recognises nothing in nothing", () => {
  for (const text of ["", "   ", "...", "👍", "99999", "zxcvb"]) expect(read(text).intentSure).toBe(false);
});

test("trains the same bytes from the same utterances", async () => {
  const examples = catalogueExamples(await loadCatalogue(join(root, "intents")));
  const few = examples.filter(({ intent }) => ["thanks", "goodbye", "greeting", "oos"].includes(intent));
  const stored = () => JSON.stringify(storeIntentModel(trainIntents(few, "v", null)));
  expect(stored()).toBe(stored());
});

test("ships a model of the catalogue and the word vectors as they are", async () => {
  const shipped: { version: string } = JSON.parse(await readFile(join(root, "src/nlu/models/intents.json"), "utf8"));
  // Otherwise the remedy is: npm run train
  expect(shipped.version).toBe(await catalogueVersion(root));
});
