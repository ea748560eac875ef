import { toneKinds } from "../../core/tone.ts";
import type { DraftReader, Mirror, ToneFinding, ToneKind } from "../../core/tone.ts";
import type { Emotion } from "../../core/understanding.ts";
import type { Language } from "../../core/turn.ts";
import { readLanguage } from "../language.ts";
import { wordsOf } from "../words.ts";
import { readBehaviours } from "./behaviours.ts";
import { sentence, sentenceAround, upperFirst } from "./draft-text.ts";
import { unreasoned, withReason } from "./refusals.ts";
import { wrongRegister } from "./register.ts";
import { shouts } from "./shouting.ts";
import { acknowledges } from "./sentence-tone.ts";
import { toldTones } from "./told-tones.ts";

/** Findings shown: an agent mends two or three things at a time, the gravest first. */
const shownAtMost = 6;
const upset: ReadonlySet<Emotion> = new Set(["angry", "frustrated", "anxious", "sad"]);
/** Words of a chat message: what is longer is skimmed. Somebody upset reads less. */
const longFrom = { calm: 110, upset: 70 };
/** A line this short shows no language. */
const tellsLanguageFrom = 4;

const acknowledged: Record<Language, Partial<Record<Emotion, string>> & { other: string }> = {
  es: { angry: "Tiene razón en enfadarse y lo siento.", frustrated: "Siento que esto esté costando tanto.", anxious: "Entiendo que le preocupe; estoy con ello.", sad: "Siento mucho lo que me cuenta.", other: "Entiendo lo que me dice." },
  en: { angry: "You are right to be upset, and I am sorry.", frustrated: "I am sorry this is taking so much effort.", anxious: "I understand that this worries you; I am on it.", sad: "I am so sorry to hear this.", other: "I understand what you are telling me." },
};
const inTheirLanguage: Record<Language, string> = { es: "(El cliente escribe en español: conteste en español.)", en: "(The customer writes in English: answer in English.)" };

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
  const reader = { language, emotion, heard, formal };
  const found = [...coldness(draft, reader), ...partsOf(draft, reader), ...lengthiness(draft, words, emotion)];
  const grave = found.toSorted((a, b) => toneKinds.indexOf(a.kind) - toneKinds.indexOf(b.kind) || a.start - b.start);
  return withoutRepeats(grave).slice(0, shownAtMost);
};

/** These say more about words that stay: what is wrong with those words is still to be said. The others put new words in their place. */
const keepsWords: ReadonlySet<ToneKind> = new Set(["cold", "no-explanation", "shouting"]);

/** One new text for a place is enough, the gravest; and nothing is said of words of which none would stay. */
function withoutRepeats(grave: ToneFinding[]): ToneFinding[] {
  const kept: ToneFinding[] = [];
  for (const one of grave) {
    const replacing = kept.filter(({ kind }) => kind !== "too-long" && !keepsWords.has(kind));
    const hidden = keepsWords.has(one.kind) ? replacing.some((other) => other.start <= one.start && one.end <= other.end) : replacing.some((other) => one.start < other.end && other.start < one.end);
    if (one.kind === "too-long" || !hidden) kept.push(one);
  }
  return kept;
}

/** What is wrong with parts of a draft. */
const partsOf = (draft: string, { language, formal }: DraftReader): ToneFinding[] =>
  [...toldTones(draft, language), ...unexplained(draft, { language, formal }), ...shouting(draft, { language, formal }), ...rewordings(draft, { language, formal })];

type Way = Pick<DraftReader, "language" | "formal">;

/** Parts whose mending exchanges words and asks nothing of the agent. */
const rewordings = (draft: string, { language, formal }: Way): ToneFinding[] => (language === "es" ? wrongRegister(draft, formal) : []);

/** Mending one place can show another; more than this many lie in no sentence. */
const mendedAtMost = 12;

/** A text with the mendings of its lighter faults made, so that an alternative which keeps words of the draft keeps none of those. */
function mended(text: string, way: Way, lighterThan: ToneKind): string {
  let best = text;
  for (let i = 0; i < mendedAtMost; i += 1) {
    const found = [...toldTones(best, way.language), ...(lighterThan === "cold" ? unexplained(best, way) : []), ...(lighterThan === "shouting" ? [] : shouting(best, way)), ...rewordings(best, way)];
    const [first] = found;
    if (!first) break;
    best = best.slice(0, first.start) + first.alternative + best.slice(first.end);
  }
  return best;
}

/** Asked kindly, thanked, attended to or given a reason is not cold, even where the feeling is passed over. */
const kindly = /(?<!\p{L})(?:por favor|porfa|please|si es tan amable|if you don't mind|d[eé]j[ae]me|lo miro|lo compruebo|lo reviso|let me|i'm (?:looking|checking)|i am (?:looking|checking))(?!\p{L})/iu;
/** "Espere.", "Wait.": two words without a courtesy are a door shut, whatever was said before. */
const curtUpTo = 2;
const courteous = /(?<!\p{L})(?:gracias|hola|claro|perfecto|de nada|por supuesto|vale|enseguida|listo|hecho|thanks|thank|hello|hi|sure|welcome|perfect|done|certainly|adios|goodbye|bye|buenos|buenas|good)(?!\p{L})/iu;

/** Sorry is said in more words than those that show support. */
const sorry = /(?<!\p{L})(?:(?:lo )?(?:siento|sentimos|lament\p{L}{1,6})|disculp\p{L}{1,6}|perd[oó]n\p{L}{0,5}|sorry|apolog\p{L}{1,6}|regret)(?!\p{L})/iu;

/** "OK", "done": an answer, and no warmth to somebody upset. */
const bareAnswer = /(?<!\p{L})(?:vale|perfecto|listo|hecho|ok|okay|perfect|done)(?!\p{L})/giu;

const isCurt = (draft: string): boolean => wordsOf(draft).length <= curtUpTo && !courteous.test(draft) && !sorry.test(draft) && /\p{L}/u.test(draft);

/** Somebody upset is told facts, and nothing that says they were heard; or anybody gets a word and no more. */
function coldness(draft: string, { language, emotion, heard, formal }: DraftReader): ToneFinding[] {
  const shown = readBehaviours(draft, language);
  const warm = heard || !upset.has(emotion) || kindly.test(draft) || sorry.test(draft) || courteous.test(draft.replace(bareAnswer, "")) || [shown.support, shown.rapport, shown.explain, shown.anticipate].some((words) => words.length > 0) || acknowledges(draft, language);
  if (warm && !isCurt(draft)) return [];
  const first = sentenceAround(draft, draft.search(/\S/));
  return [{ ...first, kind: "cold", alternative: `${acknowledged[language][emotion] ?? acknowledged[language].other} ${upperFirst(mended(draft.slice(first.start, first.end), { language, formal }, "cold"))}`.trimEnd() }];
}

function unexplained(draft: string, { language, formal }: Way): ToneFinding[] {
  const refused = unreasoned(draft, language);
  if (!refused) return [];
  const { start, end, refusedUpTo } = refused;
  const before = draft.slice(start, start + refusedUpTo);
  const said = draft.slice(start, end);
  const better = mended(said, { language, formal }, "no-explanation");
  return [{ start, end, kind: "no-explanation", alternative: withReason(better, better.startsWith(before) ? refusedUpTo : better.length, language) }];
}

const shouting = (draft: string, way: Way): ToneFinding[] => shouts(draft, way.language, (text) => mended(text, way, "shouting"));

function lengthiness(draft: string, words: { end: number }[], emotion: Emotion): ToneFinding[] {
  const most = upset.has(emotion) ? longFrom.upset : longFrom.calm;
  if (words.length <= most) return [];
  const from = words[most]?.end ?? draft.length;
  const kept = Array.from(draft.matchAll(sentence), ({ 0: said, index }) => ({ said, end: index + said.length })).filter(({ end }) => end <= from);
  const last = kept.at(-1)?.end ?? from;
  return [{ start: last, end: draft.length, kind: "too-long", alternative: "" }];
}
