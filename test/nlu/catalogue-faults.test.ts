import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CatalogueError, loadCatalogue } from "../../src/nlu/catalogue.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "catalogue-"));
  for (const folder of ["texts", "knowledge", "replies"]) await mkdir(join(dir, folder));
});
afterEach(() => rm(dir, { recursive: true }));

const faults = async (files: Record<string, string>): Promise<string[]> => {
  for (const [file, text] of Object.entries(files)) await writeFile(join(dir, file), text);
  try {
    await loadCatalogue(dir);
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults.map((fault) => fault.replace(`${dir}/`, "").replace(dir, "."));
    throw error;
  }
  return [];
};

const good = 'intent: thanks\ntitle: { es: "Gracias", en: "Thanks" }\nutterances: { es: [gracias], en: [thanks] }\n';

test("accepts a catalogue without faults", async () => {
  expect(await faults({ "thanks.yaml": good })).toEqual([]);
});

test("lists every fault of every file at once, by file and field", async () => {
  const found = await faults({
    "thanks.yaml": good.replace(', en: "Thanks"', ""),
    "bye.yaml": `${good.replace("thanks", "bye")}owner: somebody\n`,
    "texts/a.yaml": 'one: { es: "hola {name}", en: "hello" }\ntwo: { es: "hola" }\n',
  });
  expect(found.join("\n")).toMatch(/thanks\.yaml: title\.en: /);
  expect(found.join("\n")).toMatch(/bye\.yaml: owner: /);
  expect(found.join("\n")).toMatch(/texts\/a\.yaml: two\.en: /);
});

test("refuses placeholders that differ between the languages, keys that exist twice, and intents nobody knows", async () => {
  const found = await faults({
    "thanks.yaml": good,
    "texts/a.yaml": 'one: { es: "hola {name}", en: "hello" }\n',
    "texts/b.yaml": 'one: { es: "hola", en: "hello" }\n',
    "knowledge/k.md": article.replace("[thanks]", "[nothing]"),
  });
  expect(found).toEqual(["texts/a.yaml: one: es and en have different placeholders", "texts/b.yaml: one: the key exists twice", ".: k: no intent is called nothing"]);
});

const article = "---\nintents: [thanks]\n---\n\n# es: Uno\n\nTexto.\n\n# en: One\n\nText.\n";

test("reads an article with both languages, and names what is missing of one", async () => {
  expect(await faults({ "thanks.yaml": good, "knowledge/k.md": article })).toEqual([]);
  expect((await loadCatalogue(dir)).knowledge).toEqual([{ id: "k", intents: ["thanks"], emotions: [], unasked: [], namedOnly: false, asked: { es: [], en: [] }, title: { es: "Uno", en: "One" }, text: { es: "Texto.", en: "Text." } }]);
  expect(await faults({ "knowledge/k.md": article.replace("# en: One\n\nText.", "") })).toEqual(["knowledge/k.md: # en: is missing or empty"]);
  expect((await faults({ "knowledge/k.md": article.replace("intents", "about") })).join()).toMatch(/^knowledge\/k\.md: /);
  expect(await faults({ "thanks.yaml": good, "knowledge/k.md": article.replace("\n---\n", "\nunasked: [greeting]\n---\n") })).toEqual(["knowledge/k.md: unasked: greeting is none of its intents"]);
  expect(await faults({ "knowledge/k.md": "just text" })).toEqual(["knowledge/k.md: begins with intents: [...] between two lines of ---"]);
});

test("reads how people ask for an article, and names a language without questions, an empty question and one that stands there twice", async () => {
  const asked = (lines: string): Record<string, string> => ({ "thanks.yaml": good, "knowledge/k.md": article.replace("\n---\n", `\nasked: ${lines}\n---\n`) });
  expect(await faults(asked('{ es: ["¿Y uno?"], en: ["What about one?"] }'))).toEqual([]);
  expect((await loadCatalogue(dir)).knowledge[0]?.asked).toEqual({ es: ["¿Y uno?"], en: ["What about one?"] });
  expect((await faults(asked('{ es: ["¿Y uno?"] }'))).join()).toMatch(/^knowledge\/k\.md: asked\.en: /);
  expect((await faults(asked('{ es: ["¿Y uno?"], en: [" "] }'))).join()).toMatch(/^knowledge\/k\.md: asked\.en\.0: /);
  expect(await faults(asked('{ es: ["¿Qué es?", "¿que es?"], en: ["What is it?"] }'))).toEqual(["knowledge/k.md: asked.es: stands there twice: ¿que es?"]);
});

test("refuses a question that two articles say they answer: nobody could tell which is meant", async () => {
  const one = article.replace("\n---\n", '\nasked: { es: ["¿Y uno?"], en: ["What about one?"] }\n---\n');
  expect(await faults({ "thanks.yaml": good, "knowledge/k.md": one, "knowledge/l.md": one.replace("¿Y uno?", "¿Y otro?") })).toEqual([".: k and l are both asked for with: what about one?"]);
});

test("reads words that mean the same and questions nothing answers, which may be missing, and refuses a line of one word", async () => {
  const files = { "thanks.yaml": good, "knowledge/same-words.yaml": "es: [[nevera, frigorífico]]\nen: []\n", "knowledge/unanswered.yaml": "en: [Who are you?]\n" };
  expect(await faults({ "thanks.yaml": good })).toEqual([]);
  expect(await loadCatalogue(dir)).toMatchObject({ sameWords: { es: [], en: [] }, unanswered: { es: [], en: [] } });
  expect(await faults(files)).toEqual([]);
  expect(await loadCatalogue(dir)).toMatchObject({ sameWords: { es: [["nevera", "frigorífico"]], en: [] }, unanswered: { es: [], en: ["Who are you?"] } });
  expect((await faults({ "knowledge/same-words.yaml": "es: [[nevera]]\nen: []\n" })).join()).toMatch(/^knowledge\/same-words\.yaml: es\.0: /);
});

test("names the file that is not YAML", async () => {
  expect((await faults({ "thanks.yaml": "intent: [" })).join()).toMatch(/^thanks\.yaml: /);
});

test("joins the utterances of a file of their own to those of the intent it is named for", async () => {
  await mkdir(join(dir, "utterances"));
  await writeFile(join(dir, "thanks.yaml"), good);
  await writeFile(join(dir, "utterances/thanks.yaml"), "es: [mil gracias]\nen: [cheers, ta]\n");
  const { intents } = await loadCatalogue(dir);
  expect(intents.get("thanks")?.utterances).toEqual({ es: ["gracias", "mil gracias"], en: ["thanks", "cheers", "ta"] });
});

test("refuses utterances of an intent nobody knows, of a language nobody reads, and empty ones", async () => {
  await mkdir(join(dir, "utterances"));
  const found = await faults({ "thanks.yaml": good, "utterances/bye.yaml": "es: [adiós]\n", "utterances/thanks.yaml": 'fr: [merci]\nen: [" "]\n' });
  expect(found).toContain("utterances/bye.yaml: no intent is called bye");
  expect(found.join("\n")).toMatch(/utterances\/thanks\.yaml: en\.0: /);
  expect(found.join("\n")).toMatch(/utterances\/thanks\.yaml: \(whole file\): .*fr/);
});
