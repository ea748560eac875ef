import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Language } from "../core/turn.ts";
import { emotions } from "../core/understanding.ts";
import { articleOf } from "./article.ts";
import { replyKinds } from "./catalogue-types.ts";
import type { Article, Bilingual, CannedReply, Catalogue, IntentEntry } from "./catalogue-types.ts";
import { fold } from "./words.ts";

const words = z.string().trim().min(1);
const bilingual = z.strictObject({ es: words, en: words });
const utterances = z.strictObject({ es: z.array(words).min(1), en: z.array(words).min(1) });

const intentFile = z.strictObject({
  intent: z.string().regex(/^[a-z][a-z-]*$/),
  owner: z.enum(["bot", "people"]).default("bot"),
  dialog: words.nullable().default(null),
  agentSkill: z.enum(["general", "cancellations", "care"]).default("general"),
  title: bilingual,
  utterances,
  answers: z.record(words, bilingual).default({}),
});
/** Further ways to say an intent, of a file named for it: a language may be left out. */
const utterancesFile = z.strictObject({ es: z.array(words).default([]), en: z.array(words).default([]) });
/** Lines of words that mean the same. */
const linesOfWords = z.strictObject({ es: z.array(z.array(words).min(2)), en: z.array(z.array(words).min(2)) });
const textsFile = z.record(words, bilingual);
const repliesFile = z.array(
  z.strictObject({ id: words, kind: z.enum(replyKinds), intents: z.array(words), emotions: z.array(z.enum(emotions)), said: z.strictObject({ es: z.array(words).min(1), en: z.array(words).min(1) }).optional(), text: bilingual }),
);

/** What is wrong with the catalogue, one line per fault: `FILE: FIELD: what`. */
export class CatalogueError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`the catalogue has ${faults.length} fault(s):\n${faults.join("\n")}`);
    this.name = "CatalogueError";
    this.faults = faults;
  }
}

async function yamlFiles(dir: string): Promise<{ file: string; value: unknown }[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map(async (name) => ({ file: join(dir, name), value: await parsed(join(dir, name)) })));
}

async function markdownFiles(dir: string): Promise<{ file: string; text: string }[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(".md")).sort();
  return Promise.all(names.map(async (name) => ({ file: join(dir, name), text: await readFile(join(dir, name), "utf8") })));
}

/** The folder may be missing: a catalogue small enough keeps every utterance with its intent. */
const optionalYamlFiles = async (dir: string): Promise<{ file: string; value: unknown }[]> => (await ifThere(yamlFiles(dir))) ?? [];

async function optionalYamlFile(file: string): Promise<{ file: string; value: unknown } | null> {
  const value = await ifThere(parsed(file));
  return value === null ? null : { file, value };
}

async function ifThere<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (cause) {
    if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  }
}

async function parsed(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8");
  try {
    return parse(text);
  } catch (cause) {
    throw new CatalogueError([`${file}: ${cause instanceof Error ? cause.message : "not YAML"}`]);
  }
}

/**
 * Reads every intent, text, article and canned reply under `dir`.
 *
 * @param dir the folder `intents/`, with the subfolders `texts`, `knowledge` (articles in Markdown, `same-words.yaml`, `unanswered.yaml` and `things.yaml`) and `replies`, and `utterances` where the
 *   ways to say an intent are too many for its own file: `utterances/INTENT.yaml` follows those that stand there
 * @throws CatalogueError listing every fault of every file at once
 */
export async function loadCatalogue(dir: string): Promise<Catalogue> {
  const [intentFiles, utteranceFiles, textFiles, articleFiles, sameWordsFile, unansweredFile, thingsFile, replyFiles] = await Promise.all([
    yamlFiles(dir), optionalYamlFiles(join(dir, "utterances")), yamlFiles(join(dir, "texts")), markdownFiles(join(dir, "knowledge")), optionalYamlFile(join(dir, "knowledge", "same-words.yaml")), optionalYamlFile(join(dir, "knowledge", "unanswered.yaml")), optionalYamlFile(join(dir, "knowledge", "things.yaml")), yamlFiles(join(dir, "replies")),
  ]);
  const faults: string[] = [];
  const checked = <T>(schema: z.ZodType<T>, { file, value }: { file: string; value: unknown }): T | null => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    faults.push(...result.error.issues.map((issue) => `${file}: ${issue.path.join(".") || "(whole file)"}: ${issue.message}`));
    return null;
  };

  const intents = new Map<string, IntentEntry>();
  const texts = new Map<string, Bilingual>();
  const addText = (file: string, key: string, text: Bilingual): void => {
    if (texts.has(key)) faults.push(`${file}: ${key}: the key exists twice`);
    texts.set(key, text);
    if (placeholders(text.es).join() !== placeholders(text.en).join()) faults.push(`${file}: ${key}: es and en have different placeholders`);
  };

  for (const source of intentFiles) {
    const entry = checked(intentFile, source);
    if (entry === null) continue;
    if (intents.has(entry.intent)) faults.push(`${source.file}: intent: ${entry.intent} exists twice`);
    intents.set(entry.intent, { ...entry, answers: Object.keys(entry.answers) });
    addText(source.file, `${entry.intent}.title`, entry.title);
    for (const [name, text] of Object.entries(entry.answers)) addText(source.file, `${entry.intent}.${name}`, text);
  }
  for (const source of utteranceFiles) {
    const further = checked(utterancesFile, source);
    const intent = basename(source.file, ".yaml");
    const entry = intents.get(intent);
    if (entry === undefined) faults.push(`${source.file}: no intent is called ${intent}`);
    if (further === null || entry === undefined) continue;
    intents.set(intent, { ...entry, utterances: { es: [...entry.utterances.es, ...further.es], en: [...entry.utterances.en, ...further.en] } });
  }
  for (const source of textFiles) {
    for (const [key, text] of Object.entries(checked(textsFile, source) ?? {})) addText(source.file, key, text);
  }
  const knowledge: Article[] = articleFiles.flatMap(({ file, text }) => {
    const read = articleOf(basename(file, ".md"), text);
    if (read.ok) return [read.article];
    faults.push(...read.faults.map((fault) => `${file}: ${fault}`));
    return [];
  });
  const sameWords = (sameWordsFile && checked(linesOfWords, sameWordsFile)) ?? { es: [], en: [] };
  const unanswered = (unansweredFile && checked(utterancesFile, unansweredFile)) ?? { es: [], en: [] };
  const things = (thingsFile && checked(utterancesFile, thingsFile)) ?? { es: [], en: [] };
  const replies: CannedReply[] = replyFiles.flatMap((source) => checked(repliesFile, source) ?? []);
  for (const item of [...knowledge, ...replies]) {
    for (const intent of item.intents) if (!intents.has(intent)) faults.push(`${dir}: ${item.id}: no intent is called ${intent}`);
  }
  const ids = [...knowledge, ...replies].map((item) => item.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`${dir}: ${id}: the id exists twice`);
  faults.push(...bothAsked(knowledge).map((fault) => `${dir}: ${fault}`));
  if (faults.length > 0) throw new CatalogueError(faults);
  return { intents, texts, knowledge, sameWords, unanswered, things, replies };
}

/** Questions that more than one article says it answers. */
function bothAsked(articles: readonly Article[]): string[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ id, asked }) => [...asked.es, ...asked.en].flatMap((question) => {
    const other = first.get(fold(question));
    first.set(fold(question), other ?? id);
    return other === undefined || other === id ? [] : [`${other} and ${id} are both asked for with: ${fold(question)}`];
  }));
}

const placeholder = /\{([A-Za-z]+)\}/g;

/** Names of the values a text wants, sorted, each once. */
export function placeholders(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ""))].sort();
}

/**
 * The words of a text key with its values filled in.
 *
 * @throws Error when the key or one of its values is missing: a hole in a customer's text is a bug, never shown
 */
export function renderText(catalogue: Catalogue, key: string, values: Record<string, string | number>, language: Language): string {
  const text = catalogue.texts.get(key);
  if (text === undefined) throw new Error(`no text has the key ${key}`);
  return text[language].replace(placeholder, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the text ${key} needs a value for ${name}`);
    return String(value);
  });
}
