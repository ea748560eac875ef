import type { ToneFinding } from "../../core/tone.ts";
import type { Language } from "../../core/turn.ts";
import { beginsSentence, sentenceAround, upperFirst } from "./draft-text.ts";
import type { Place } from "./draft-text.ts";

/** Words that no shop abbreviates and no button bears: in capitals each is shouted by itself. */
const loud = "HOY|AHORA|AYER|MAÑANA|NUNCA|JAMÁS|JAMAS|SIEMPRE|NADA|NADIE|TODOS?|TODAS?|IMPOSIBLE|MUCHO|ESPERE|LEA|PLEASE|STOP|NOW|TODAY|YESTERDAY|TOMORROW|NEVER|ALWAYS|NOTHING|NOBODY|EVERY|MUST|CANNOT|CAN['’]T|DON['’]T|NOT|AGAIN|WAIT|ALREADY";
const loudWord = new RegExp(`^(?:${loud})$`, "u");
const inCapitals = String.raw`\p{Lu}{1,20}(?:['’]\p{Lu}{1,4})?`;
/** Words in capitals running, or one with an exclamation mark; a word that is loud alone; and marks in a row. */
const shouted = new RegExp(String.raw`(?<![\p{L}'’])${inCapitals}(?:[\s,]{1,3}${inCapitals}){1,40}(?![\p{L}'’\d])!*|(?<!\p{L})\p{Lu}{4,20}!+|(?<!\p{L})(?:${loud})(?![\p{L}'’])|¡{2,20}|!{2,20}|¿{2,20}|[?!]{3,20}`, "gu");

/** Letters of a word in capitals from which on it is no abbreviation. */
const longerThanAbbreviation = /\p{Lu}{4}|[!?¡¿]/u;
const capitals = /\p{Lu}{1,20}(?:['’]\p{Lu}{1,4})?/gu;
/** Words too short for a firm's name or a measure, with which a sentence begins. */
const opens = /^(?:I|I['’]M|I['’]LL|WE|IT|IF|DO|GO|IS|MY|BE|AM|ON|AT|TO|AS|SO|AL|LE|LO|LA|EL|YA|TE|SE|HE|HA|ME|MI|SU|SI|SÍ|NO|UN|DE|EN|ES)$/u;
/** "I AM ON IT": so many short words running are no abbreviations. */
const talkFrom = 3;
/** From this share of a sentence's letters on, all of it is shouted, and all of it is said anew. */
const wholeFrom = 0.6;

/**
 * What a draft shouts, each with quieter words. A sentence that is shouted as a whole comes back as one, its other faults mended by `mend`; of another only
 * the loud words change.
 */
export function shouts(draft: string, language: Language, mend: (text: string) => string): ToneFinding[] {
  let upTo = 0;
  return Array.from(draft.matchAll(shouted)).flatMap(({ 0: words, index }): ToneFinding[] => {
    const run = /\p{L}/u.test(words) ? trimmed(words, index) ?? marksAfter(words, index) : { start: index, end: index + words.length };
    if (run === null || run.start < upTo) return [];
    const said = draft.slice(run.start, run.end);
    if (!/\p{L}/u.test(said)) return [{ ...run, kind: "shouting", alternative: quieter(draft, said, run.start) }];
    const whole = { start: sentenceAround(draft, run.start).start, end: sentenceAround(draft, run.start + said.trimEnd().replace(/!+$/, "").length - 1).end };
    if (!loudWord.test(said) && lettersOf(said) >= wholeFrom * lettersOf(draft.slice(whole.start, whole.end))) {
      upTo = whole.end;
      return [{ ...whole, kind: "shouting", alternative: mend(calm(draft, whole, run, language)) }];
    }
    return [{ ...run, kind: "shouting", alternative: lowered(draft, run, language) }];
  });
}

/** The marks in a row after capitals that are none of shouting: "IVA!!!". */
function marksAfter(words: string, index: number): Place | null {
  const marks = /!{2,}$/.exec(words);
  return marks ? { start: index + marks.index, end: index + words.length } : null;
}

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** A run of capitals without the "A" or "Y" it may begin with; null where it is abbreviations, a firm or a size. */
function trimmed(words: string, index: number): Place | null {
  const all = Array.from(words.matchAll(capitals));
  if (all.length === 1) return loudWord.test(words) || longerThanAbbreviation.test(words) ? { start: index, end: index + words.length } : null;
  const from = all.findIndex(({ 0: one }) => one.length >= 3 || opens.test(one));
  const kept = from < 0 ? [] : all.slice(from).map(([one]) => one);
  const isTalk = kept.length >= talkFrom && kept.every((one) => opens.test(one));
  if (!isTalk && (kept.length < 2 || !kept.some((one) => one.length >= 3) || !kept.some((one) => longerThanAbbreviation.test(one) || loudWord.test(one)))) return null;
  return { start: index + (all[from]?.index ?? 0), end: index + words.length };
}

/** In small letters but for the English "I". */
const small = (words: string, language: Language): string => {
  const low = words.toLowerCase();
  return language === "en" ? low.replace(/(?<![\p{L}'’])i(?![\p{L}])/gu, "I") : low;
};

/** A whole sentence in small letters, with the mark of a question or one full stop. */
function calm(draft: string, whole: Place, run: Place, language: Language): string {
  const low = draft.slice(whole.start, run.start) + small(draft.slice(run.start, run.end), language) + draft.slice(run.end, whole.end);
  const asks = /\?/.test(low);
  const bare = low.replace(/¡/g, "").replace(/¿+/g, "¿").replace(/\s*[.!?]+$/, asks ? "?" : ".");
  return bare.replace(/^([^\p{L}]*)(\p{L})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase());
}

function lowered(draft: string, { start, end }: Place, language: Language): string {
  const said = draft.slice(start, end);
  const low = small(said, language).replace(/!+$/, () => (isOpened(draft, start) ? "!" : "."));
  return beginsSentence(draft, start) ? upperFirst(low) : low;
}

/** An exclamation longer than this is read as if nothing had opened it. */
const lettersOfCall = 200;
const isOpened = (draft: string, at: number): boolean => /(?<!¡)¡[^¡!?.\n]*$/u.test(draft.slice(Math.max(0, at - lettersOfCall), at));

/** Marks in a row as one, or as none where the exclamation goes: its opening marks go with it, and one that opened is closed. */
function quieter(draft: string, marks: string, at: number): string {
  if (marks.includes("¿")) return "¿";
  if (marks.includes("?")) return "?";
  if (marks.startsWith("¡")) return "";
  return isOpened(draft, at) ? "!" : ".";
}
