import { join } from "node:path";
import type { Language } from "../../src/core/turn.ts";
import { catalogueExamples } from "../../src/nlu/catalogue-examples.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import { loadParaphrases } from "./paraphrases.ts";
import type { Paraphrase } from "./paraphrases.ts";
import { createReader } from "./reader.ts";

/** Per language over all intents: below it more than one customer in fourteen would be offered the wrong thing first. */
const enoughOfAll = 0.93;
/** Per intent and language, on some 44 texts: one badly covered intent must not hide behind nineteen good ones. */
const enoughOfOne = 0.8;
/** Fewer texts per intent and language would let a single one move a share by more than the rules can bear. */
const enoughTexts = 42;

type Judged = Paraphrase & { read: string; right: boolean };
let paraphrases: Paraphrase[];
let judged: Judged[];
let catalogue: Awaited<ReturnType<typeof loadCatalogue>>;

beforeAll(async () => {
  const read = await createReader();
  catalogue = await loadCatalogue(join(__dirname, "../../intents"));
  paraphrases = await loadParaphrases();
  judged = paraphrases.map((one) => {
    const { intents, intentSure } = read(one.text, one.language);
    const best = intents[0]?.intent ?? "oos";
    // What is none of the shop's business has no answer: it is read rightly when nothing is acted on.
    return { ...one, read: best, right: one.intent === "oos" ? best === "oos" || !intentSure : best === one.intent };
  });
});

const share = (list: readonly Judged[]): number => list.filter(({ right }) => right).length / list.length;
const wrongOnes = (list: readonly Judged[]): string[] => list.filter(({ right }) => !right).map(({ intent, read, text }) => `${intent} read as ${read}: ${text}`);
const folded = (text: string): string => wordsOf(text).map(({ folded: word }) => word).join(" ");
const of = (language: Language): Judged[] => judged.filter((one) => one.language === language);

test("has enough paraphrases of every intent in both languages, none twice", () => {
  for (const intent of catalogue.intents.keys()) {
    for (const language of ["es", "en"]) {
      const texts = paraphrases.filter((one) => one.intent === intent && one.language === language).map(({ text }) => folded(text));
      expect({ intent, language, enough: texts.length >= enoughTexts }).toEqual({ intent, language, enough: true });
      expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
    }
  }
});

test("keeps every paraphrase out of the catalogue, whatever its accents, capitals and punctuation", () => {
  const known = new Set(catalogueExamples(catalogue).map(({ text }) => folded(text)));
  expect(paraphrases.filter(({ text }) => known.has(folded(text)))).toEqual([]);
});

test.each(["es", "en"] as const)("puts the right intent first for at least 93 of 100 paraphrases (%s)", (language) => {
  const own = of(language);
  const enough = share(own) >= enoughOfAll;
  expect({ enough, share: share(own), wrong: enough ? [] : wrongOnes(own) }).toEqual({ enough: true, share: expect.any(Number), wrong: [] });
});

test.each(["es", "en"] as const)("puts the right intent first for at least 80 of 100 paraphrases of each intent (%s)", (language) => {
  const own = of(language);
  const weak = [...catalogue.intents.keys()].map((intent) => own.filter((one) => one.intent === intent)).filter((list) => !(share(list) >= enoughOfOne));
  expect(weak.flatMap(wrongOnes)).toEqual([]);
});
