import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { Language } from "../../src/core/turn.ts";

/** What customers might write, by the intent a reasonable person would give it. */
export type Paraphrase = { intent: string; language: Language; text: string };

const folder = join(__dirname, "paraphrases");
const languages: readonly Language[] = ["es", "en"];

/** The paraphrases kept out of intents/, by file and then in the order written. They measure the classifier and must never be added to the catalogue. */
export async function loadParaphrases(): Promise<Paraphrase[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const lists = await Promise.all(files.map(async (name) => {
    const byLanguage: Record<Language, string[]> = parse(await readFile(join(folder, name), "utf8"));
    return languages.flatMap((language) => byLanguage[language].map((text) => ({ intent: basename(name, ".yaml"), language, text })));
  }));
  return lists.flat();
}
