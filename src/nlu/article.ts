import { parse } from "yaml";
import { z } from "zod";
import { emotions } from "../core/understanding.ts";
import type { Article } from "./catalogue-types.ts";
import { fold } from "./words.ts";

const questions = z.array(z.string().trim().min(1)).min(1);
const front = z.strictObject({
  intents: z.array(z.string().min(1)).min(1), emotions: z.array(z.enum(emotions)).default([]), unasked: z.array(z.string().min(1)).default([]), namedOnly: z.boolean().default(false),
  asked: z.strictObject({ es: questions, en: questions }).default({ es: [], en: [] }),
});

const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const heading = /^# (es|en): (.+)$/;

/**
 * Reads an article of `intents/knowledge`: what it is about and how people ask for it between two lines of dashes, then both languages, each under
 * `# es: Title`.
 *
 * @param id its file's name without the ending
 * @returns the article, or what is wrong with it, a line per fault
 */
export function articleOf(id: string, markdown: string): { ok: true; article: Article } | { ok: false; faults: string[] } {
  const [, header, body] = parts.exec(markdown.replaceAll("\r\n", "\n")) ?? [];
  if (header === undefined || body === undefined) return { ok: false, faults: ["begins with intents: [...] between two lines of ---"] };
  const about = front.safeParse(parsed(header));
  const faults = about.success ? askedTwice(about.data.asked).concat(about.data.unasked.filter((intent) => !about.data.intents.includes(intent)).map((intent) => `unasked: ${intent} is none of its intents`)) : about.error.issues.map(({ path, message }) => `${path.join(".") || "(front matter)"}: ${message}`);
  const found = new Map<string, { title: string; lines: string[] }>();
  let current: { title: string; lines: string[] } | null = null;
  for (const line of body.split("\n")) {
    const [, language, title] = heading.exec(line) ?? [];
    if (language !== undefined && title !== undefined) {
      if (found.has(language)) faults.push(`# ${language}: stands there twice`);
      current = { title, lines: [] };
      found.set(language, current);
    } else current?.lines.push(line);
  }
  const section = (language: string): { title: string; text: string } => {
    const { title = "", lines = [] } = found.get(language) ?? {};
    const text = lines.join("\n").trim();
    if (text === "") faults.push(`# ${language}: is missing or empty`);
    return { title, text };
  };
  const es = section("es");
  const en = section("en");
  if (faults.length > 0 || !about.success) return { ok: false, faults };
  return { ok: true, article: { id, ...about.data, title: { es: es.title, en: en.title }, text: { es: es.text, en: en.text } } };
}

/** A question that stands there twice says nothing new, and where it was copied from another line that line's own is missing. */
const askedTwice = (asked: Article["asked"]): string[] =>
  (["es", "en"] as const).flatMap((language) => repeated(asked[language].map((question) => fold(question))).map((question) => `asked.${language}: stands there twice: ${question}`));

const repeated = (items: readonly string[]): string[] => [...new Set(items.filter((item, place) => items.indexOf(item) !== place))];

function parsed(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch {
    return null; // told as a front matter that is no object
  }
}
