import type { ToneFinding } from "../../core/tone.ts";
import type { Language } from "../../core/turn.ts";
import { sameLengthFold } from "../folded-text.ts";
import { cueFinder } from "./cues.ts";
import { beginsSentence, inPlaceOf, leftOut, sentenceAround } from "./draft-text.ts";
import { toneRules } from "./mirror-words.ts";
import { isDenied } from "./negation.ts";
import { anyOf } from "./tone-pattern.ts";
import { tonePatternsEn } from "./tone-patterns-en.ts";
import { tonePatternsEs } from "./tone-patterns-es.ts";

const finders = {
  es: toneRules.es.map((rule) => ({ ...rule, find: cueFinder(rule.phrases) })),
  en: toneRules.en.map((rule) => ({ ...rule, find: cueFinder(rule.phrases) })),
};
const patterns = { es: tonePatternsEs, en: tonePatternsEn };
const anyPattern = { es: anyOf(tonePatternsEs), en: anyOf(tonePatternsEn) };

/** "It's not your fault at all" blames nobody, "you are not overreacting" belittles nobody; "no, you should have looked" does. */
const denied = /(?:^|[^\p{L}])(?:no|not|isn't|wasn't|never|nunca|tampoco)\s{1,3}$/iu;

/** Enough to see the word that follows. */
const lettersAfter = 24;
/** What stands between "as I told" and what was told: "you before,". */
const leads = /^(?:\s+(?:you|before|earlier|already|antes|ayer))*\s*(?=,\s*\p{L})/iu;

/** Every place of a draft that blames, belittles, promises that nothing will ever go wrong again or speaks the house's own words, with what to write there. */
export const hurtful = (draft: string, language: Language): ToneFinding[] => {
  const folded = withoutInnocent(draft, sameLengthFold(draft));
  return [...byPhrase(draft, folded, language), ...byPattern(draft, folded, language)];
};

const byPhrase = (draft: string, folded: string, language: Language): ToneFinding[] => finders[language].flatMap(({ kind, better, whole, after, notBefore, unless, leading, find }) => {
  const found = find(draft, folded).filter(({ start }) => (kind !== "blaming" && kind !== "dismissive") || !denied.test(draft.slice(Math.max(0, start - 12), start)))
    .filter(({ start }) => !after || after.test(folded.slice(sentenceAround(draft, start).start, start)))
    .filter(({ end }) => !notBefore?.test(folded.slice(end, end + lettersAfter)))
    .filter(({ start }) => !unless?.test(sentenceOf(draft, folded, start)));
  return found.map((one) => {
    const lead = leading && beginsSentence(draft, one.start) ? leads.exec(draft.slice(one.end)) : null;
    if (lead) return { kind, ...leftOut(draft, { start: one.start, end: one.end + lead[0].length }) };
    if (!whole) return better === "" ? { kind, ...leftOut(draft, one) } : { kind, start: one.start, end: one.end, alternative: inPlaceOf(better, draft, one.start) };
    return { kind, ...sentenceAround(draft, one.start), alternative: better };
  });
});

function byPattern(draft: string, folded: string, language: Language): ToneFinding[] {
  const found: ToneFinding[] = [];
  const any = anyPattern[language];
  // From each sentence that holds something on to the next: none is read twice.
  for (let from = 0, hit = at(any, folded, from); hit !== null; hit = at(any, folded, from)) {
    const { start, end } = sentenceAround(draft, hit);
    const said = folded.slice(start, end);
    for (const { kind, better, find, unless, denies } of patterns[language]) {
      for (const { index } of said.matchAll(find)) if (!(denies && isDenied(said, index, language)) && !unless?.test(said)) found.push({ kind, start, end, alternative: better });
    }
    from = Math.max(end, hit + 1);
  }
  return found;
}

/**
 * Words that clear the customer ("no ha hecho nada mal") and regrets of what did not come about ("siento que no pasara"). Read with their accents:
 * folded, "pasara" and "pasará" are one word.
 */
const innocent = /(?<!\p{L})(?:(?:no|tampoco) (?:ha|has|hizo|hiciste|habia|había)(?: usted)?(?: hecho)? nada mal|no (?:(?:lo|la|se) )?(?:ley[oó]|hizo|entendi[oó]|puso|escribi[oó]|marc[oó])(?: usted)? (?:nada )?mal|(?:did|done) nothing(?: at all)? wrong|(?:siento|sentimos|lamento|lamentamos)(?: mucho)? que(?: (?!y )\p{L}+){0,5} no pasara(?! (?:más|mas|nunca)))(?!\p{L})/giu;

/** The folded text with its innocent words struck out, as long as before. */
function withoutInnocent(text: string, folded: string): string {
  let left = folded;
  for (const { 0: words, index } of text.matchAll(innocent)) left = left.slice(0, index) + ".".repeat(words.length) + left.slice(index + words.length);
  return left;
}

function at(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? null;
}

function sentenceOf(draft: string, folded: string, place: number): string {
  const { start, end } = sentenceAround(draft, place);
  return folded.slice(start, end);
}
