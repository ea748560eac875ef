import { placeEntities } from "../entities.ts";
import { mask } from "../mask.ts";
import { fold } from "../words.ts";
import { maskCounted } from "./counted.ts";

/** Words with a capital that name the shop's own things in every text; passed in, since they are the catalogue's. */
export type OwnNames = ReadonlySet<string>;

/** "Hola, Ana", "Estimada señora Ruiz", "Hi Tom", "Thanks Mary": a name follows a greeting, with or without a comma. */
const greeted = /(?<![\p{L}])(hola|buenas|buenos d[ií]as|buenas tardes|buenas noches|estimad[oa]|querid[oa]|gracias|perd[oó]n|disculpe|hi|hello|hey|dear|thanks|thank you|sorry|good (?:morning|afternoon|evening))([,\s]{1,3})(\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,3})/giu;
/** Whoever has a title has a name after it. */
const titled = /(?<![\p{L}])(se[ñn]or|se[ñn]ora|se[ñn]orita|sr|sra|srta|do[nñ]a|don|d[aª]|mr|mrs|ms|miss|mister|madam|sir)(\.?\s{1,3})(\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,3})/giu;
/** A word with a capital inside a sentence is somebody's or something's name. */
const insideName = /(?<=[\p{Ll}\p{N},;:)\]]\s)\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,3}/gu;
/** Letters and digits mixed, or digits, of a length no ordinary word has: codes, keys, numbers of anything. */
const code = /(?<![\p{L}\p{N}[])(?=[\p{L}\p{N}_-]*\p{N})[\p{L}\p{N}_-]{2,}(?![\p{L}\p{N}\]])/gu;
const digits = /(?<![\p{L}\p{N}[])\p{N}+(?:[.,:/]\p{N}+)*(?![\p{L}\p{N}\]])/gu;
const link = /\b(?:https?:\/\/|www\.)\S+/gi;

/** Parts of a name that are ordinary words as well. */
const particles: ReadonlySet<string> = new Set("de del la las los el y e i san van von der da do dos".split(" "));

/** English writes these with a capital wherever they stand. */
const alwaysCapital: ReadonlySet<string> = new Set("sr sra srta don dona mr mrs ms i i'm i'll i've i'd english spanish monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(" "));

/**
 * A text with every trace of whom it was written to or about replaced by its kind in brackets: what `mask` takes out, and beyond it dates, times, all other
 * numbers and codes, links, and names: those given, those after a greeting, and every word with a capital inside a sentence that is not the shop's own.
 * Made to err on the side of taking too much: what stays is offered to colleagues and kept.
 *
 * @param names of the people in the conversation, as they are known; `as` is what stands for one, "name" unless said otherwise
 * @param at epoch milliseconds, when it was written
 */
export function safeText(text: string, names: readonly (string | Named)[], own: OwnNames, at: number): string {
  let safe = text.replace(link, "[link]");
  safe = mask(safe, at);
  // From the end on, so that places stay right. What is masked already holds brackets and names nothing.
  for (const { kind, start, end } of placeEntities(safe, at).toSorted((a, b) => b.start - a.start)) {
    if (kind === "date" || kind === "time") safe = `${safe.slice(0, start)}[${kind}]${safe.slice(end)}`;
  }
  safe = maskCounted(safe);
  for (const { name, as } of wholeAndParts(names)) {
    safe = safe.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}\\[])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}\\]])`, "giu"), `[${as}]`);
  }
  safe = safe.replaceAll(titled, (whole, title: string, between: string, name: string) => (/^\p{Lu}/u.test(name) ? `${title}${between}[name]` : whole));
  safe = safe.replaceAll(greeted, (whole, greeting: string, between: string, name: string) => (/^\p{Lu}/u.test(name) && !own.has(fold(name)) && !greetings.has(fold(name)) ? `${greeting}${between}[name]` : whole));
  safe = safe.replaceAll(insideName, (name) => (name.split(/\s/).every((word) => own.has(fold(word)) || alwaysCapital.has(fold(word))) ? name : "[name]"));
  return safe.replaceAll(code, "[number]").replaceAll(digits, "[number]").replaceAll(/(\[(?:name|customer|agent)\])(?:\s(?:\1|\[name\]))+/g, "$1");
}

/** A name and the slot that stands for it. */
export type Named = { name: string; as: "name" | "customer" | "agent" };

/** Whole names first, then their parts; a part that two people share says of neither who is meant. */
function wholeAndParts(names: readonly (string | Named)[]): Named[] {
  const whole = names.map((one) => (typeof one === "string" ? { name: one, as: "name" as const } : one)).filter(({ name }) => name.trim().length > 1);
  const parts = whole.flatMap(({ name, as }) => name.split(/\s+/).filter((part) => part.length > 1 && !particles.has(fold(part))).map((part) => ({ name: part, as })));
  const shared = (name: string): boolean => new Set([...whole, ...parts].filter((other) => fold(other.name) === fold(name)).map(({ as }) => as)).size > 1;
  return [...whole, ...parts].map((one) => (shared(one.name) ? { ...one, as: "name" } : one));
}

/** What may follow a greeting with a capital and is no name: "Hola. Buenos días", "Hi, Thanks". */
const greetings: ReadonlySet<string> = new Set("sr sra srta senor senora don dona mr mrs ms miss hola buenas buenos gracias perdon disculpe lo le la soy entiendo claro por hi hello thanks thank sorry i i'm we my the your please of course".split(" "));

/** The slots of a safe text, in order: "[name]" and the like. */
export const slotsOf = (text: string): string[] => text.match(/\[[a-z]+\]/g) ?? [];
