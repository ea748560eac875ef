import { toneKinds } from "../../core/tone.ts";
import type { Mirror, ToneFinding } from "../../core/tone.ts";
import type { Emotion } from "../../core/understanding.ts";
import type { Language } from "../../core/turn.ts";
import { readLanguage } from "../language.ts";
import { wordsOf } from "../words.ts";
import { readBehaviours } from "./behaviours.ts";
import { cueFinder } from "./cues.ts";
import { informalToFormal, toneRules } from "./mirror-words.ts";

/** Findings shown: an agent mends two or three things at a time, the gravest first. */
const shownAtMost = 6;
const upset: ReadonlySet<Emotion> = new Set(["angry", "frustrated", "anxious", "sad"]);
/** Words of a chat message: what is longer is skimmed. Somebody upset reads less. */
const longFrom = { calm: 110, upset: 70 };
/** A line this short shows no language. */
const tellsLanguageFrom = 4;

const finders = {
  es: toneRules.es.map((rule) => ({ ...rule, find: cueFinder(rule.phrases) })),
  en: toneRules.en.map((rule) => ({ ...rule, find: cueFinder(rule.phrases) })),
};
const refusals = {
  es: cueFinder(["no es posible", "no se puede", "no podemos", "no puedo", "lamentablemente", "desgraciadamente", "ha sido rechazad*", "no procede", "no corresponde", "no esta permitido", "imposible"]),
  en: cueFinder(["not possible", "i|we can't|cannot", "can not", "unable to", "unfortunately", "was|been rejected|declined|denied|refused", "not allowed|permitted", "impossible"]),
};
const because: Record<Language, string> = { es: "porque [diga aquí el motivo]", en: "because [say the reason here]" };
const acknowledged: Record<Language, Partial<Record<Emotion, string>> & { other: string }> = {
  es: { angry: "Tiene razón en estar molesto y lo siento.", frustrated: "Siento que esto esté costando tanto.", anxious: "Entiendo que le preocupe; estoy con ello.", sad: "Siento mucho lo que me cuenta.", other: "Entiendo lo que me dice." },
  en: { angry: "You are right to be upset, and I am sorry.", frustrated: "I am sorry this is taking so much effort.", anxious: "I understand that this worries you; I am on it.", sad: "I am so sorry to hear this.", other: "I understand what you are telling me." },
};
const inTheirLanguage: Record<Language, string> = { es: "(El cliente escribe en español: conteste en español.)", en: "(The customer writes in English: answer in English.)" };
const register = {
  formal: { find: cueFinder(informalToFormal.map(([informal]) => informal)), better: new Map(informalToFormal) },
  informal: { find: cueFinder(["usted", "con usted", "digame", "deme", "mandeme", "envieme", "escribame", "cuenteme", "perdone", "disculpe", "oiga"]), better: new Map([["usted", "tú"], ["con usted", "contigo"], ...informalToFormal.map(([informal, formal]): [string, string] => [formal.normalize("NFD").replace(/\p{M}/gu, ""), informal])]) },
};

const sentence = /[^.!?\n]+[.!?]*/g;

/** The sentence that holds a place. */
function sentenceAround(draft: string, place: number): { start: number; end: number } {
  for (const match of draft.matchAll(sentence)) {
    const lead = match[0].length - match[0].trimStart().length;
    if (place < match.index + match[0].length) return { start: match.index + lead, end: match.index + match[0].length };
  }
  return { start: 0, end: draft.length };
}

/**
 * Reads an agent's own draft as the customer would, before it is sent: what may hurt, where, and one way to say it better. Words only; nothing is
 * inferred of who wrote it, and nothing is kept.
 *
 * @returns the gravest first, at most six; none for a draft that may go out as it is
 */
export const mirror: Mirror = (draft, { language, emotion, heard, formal }) => {
  const words = wordsOf(draft);
  if (words.length === 0) return [];
  const foreign = words.length >= tellsLanguageFrom && readLanguage(draft, words, null, language).language !== language;
  if (foreign) return [{ start: 0, end: draft.length, kind: "wrong-language", alternative: inTheirLanguage[language] }];
  const found = [...ruled(draft, language), ...coldness(draft, language, emotion, heard), ...unexplained(draft, language), ...shouts(draft), ...lengthiness(draft, words, emotion), ...(language === "es" ? registerOf(draft, formal) : [])];
  const grave = found.toSorted((a, b) => toneKinds.indexOf(a.kind) - toneKinds.indexOf(b.kind) || a.start - b.start);
  // One thing about a place is enough: the gravest.
  const kept: ToneFinding[] = [];
  for (const one of grave) {
    // A kind word before an insult would keep the insult: that goes first.
    const spans = one.kind === "too-long";
    if (spans || !kept.some((other) => other.kind !== "too-long" && one.start < other.end && other.start < one.end)) kept.push(one);
  }
  return kept.slice(0, shownAtMost);
};

/** "It's not your fault at all" blames nobody. */
const denied = /(?:^|[^\p{L}])(?:no|not|isn't|wasn't|never|nunca|tampoco)[\s,]{1,3}$/iu;

const ruled = (draft: string, language: Language): ToneFinding[] => finders[language].flatMap(({ kind, better, whole, find }) =>
  find(draft).filter(({ start }) => kind !== "blaming" || !denied.test(draft.slice(Math.max(0, start - 12), start))).map(({ start, end }) => ({ kind, alternative: capitalised(better, draft, whole ? sentenceAround(draft, start).start : start), ...(whole ? sentenceAround(draft, start) : { start, end }) })));

const capitalised = (text: string, draft: string, start: number): string => (/\p{Lu}/u.test(draft[start] ?? "") ? text.slice(0, 1).toUpperCase() + text.slice(1) : text);

/** Asked kindly, thanked, attended to or given a reason is not cold, even where the feeling is passed over. */
const kindly = /(?<!\p{L})(?:por favor|porfa|please|si es tan amable|if you don't mind|d[eé]j[ae]me|lo miro|lo compruebo|lo reviso|let me|i'm (?:looking|checking)|i am (?:looking|checking))(?!\p{L})/iu;
/** "Espere.", "Wait.": two words without a courtesy are a door shut, whatever was said before. */
const curtUpTo = 2;
const courteous = /(?<!\p{L})(?:gracias|hola|claro|perfecto|de nada|por supuesto|vale|enseguida|listo|hecho|thanks|thank|hello|hi|sure|welcome|perfect|done|certainly|adios|goodbye|bye|buenos|buenas|good)(?!\p{L})/iu;

const isCurt = (draft: string): boolean => wordsOf(draft).length <= curtUpTo && !courteous.test(draft) && /\p{L}/u.test(draft);

/** Somebody upset is told facts, and nothing that says they were heard; or anybody gets a word and no more. */
function coldness(draft: string, language: Language, emotion: Emotion, heard: boolean): ToneFinding[] {
  const shown = readBehaviours(draft, language);
  const warm = heard || !upset.has(emotion) || kindly.test(draft) || courteous.test(draft) || [shown.support, shown.rapport, shown.explain, shown.anticipate].some((words) => words.length > 0);
  if (warm && !isCurt(draft)) return [];
  const first = sentenceAround(draft, draft.search(/\S/));
  return [{ ...first, kind: "cold", alternative: `${acknowledged[language][emotion] ?? acknowledged[language].other} ${draft.slice(first.start, first.end)}` }];
}

function unexplained(draft: string, language: Language): ToneFinding[] {
  const [refused] = refusals[language](draft);
  if (refused === undefined || readBehaviours(draft, language).explain.length > 0) return [];
  const { start, end } = sentenceAround(draft, refused.start);
  const said = draft.slice(start, end);
  return [{ start, end, kind: "no-explanation", alternative: `${said.replace(/[.!?\s]+$/, "")} ${because[language]}.` }];
}

/** Capitals of four letters or more, two words running or one with an exclamation mark; and marks in a row. */
const shouted = /(?<!\p{L})\p{Lu}{3,}(?:[\s,]{1,3}\p{Lu}{2,}){1,20}(?!\p{L})|(?<!\p{L})\p{Lu}{4,20}!+|[!¡]{2,20}|[?!]{3,20}/gu;

/** Letters of a word in capitals from which on it is no abbreviation. */
const longerThanAbbreviation = /\p{Lu}{4}|[!?]/u;

const shouts = (draft: string): ToneFinding[] => Array.from(draft.matchAll(shouted)).filter(([words]) => longerThanAbbreviation.test(words)).map(({ 0: words, index }) => ({
  start: index, end: index + words.length, kind: "shouting" as const, alternative: /\p{L}/u.test(words) ? capitalised(words.toLowerCase().replace(/!+$/, "."), "A", index === 0 ? 0 : 1) : words.includes("?") ? "?" : ".",
}));

function lengthiness(draft: string, words: { end: number }[], emotion: Emotion): ToneFinding[] {
  const most = upset.has(emotion) ? longFrom.upset : longFrom.calm;
  if (words.length <= most) return [];
  const from = words[most]?.end ?? draft.length;
  const kept = Array.from(draft.matchAll(sentence), ({ 0: said, index }) => ({ said, end: index + said.length })).filter(({ end }) => end <= from);
  const last = kept.at(-1)?.end ?? from;
  return [{ start: last, end: draft.length, kind: "too-long", alternative: "" }];
}

function registerOf(draft: string, formal: boolean): ToneFinding[] {
  const { find, better } = formal ? register.formal : register.informal;
  return find(draft).flatMap(({ start, end, words }) => {
    const alternative = better.get(words.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));
    // "té", "tú" in a name of a thing or with another accent are other words.
    return alternative === undefined || /^(?:té|él|mí|sé)$/i.test(words) ? [] : [{ start, end, kind: "wrong-register" as const, alternative: capitalised(alternative, draft, start) }];
  });
}
