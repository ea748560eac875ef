import { createRequire } from "node:module";
import type { Language } from "../../core/turn.ts";
import { readBehaviours } from "./behaviours.ts";
import { sentence } from "./draft-text.ts";
import type { Place } from "./draft-text.ts";
import { wordsOf } from "../words.ts";
import { likeliestHarm, readToneModel, scoreTones, sentenceTones, storedToneModel } from "./tone-model.ts";
import type { HarmfulTone } from "./tone-model.ts";

// Read with the module, so that a server without it does not start: a fifth of a megabyte takes a few milliseconds.
const file = "../models/tone.json";
const stored = storedToneModel.safeParse(createRequire(import.meta.url)(file));
if (!stored.success) throw new Error(`${file} is no tone model of this version: run npm run train`, { cause: stored.error });
const model = readToneModel(stored.data);

/**
 * What a harm must lead the harmless readings by. Measured by five-fold cross-validation (docs/whisper.md): a mirror that cries wolf is switched off, so each
 * stands where four of five findings are right among sentences written to be mistaken for it; refusals are mistaken less.
 */
const leads: Record<HarmfulTone, number> = { blaming: 0.7, dismissive: 0.7, refusing: 0.3, promising: 0.5 };
/** One word or two may mean anything; those that do not are among the patterns. */
const readFrom = 3;
/** An acknowledgement must lead every other reading by this, or a cold draft would pass for a warm one. */
const leadOfAcknowledgement = 0.2;

/** What the customer said is not what the agent says. */
const quoted = /«[^»]*»|“[^”]*”|"[^"]*"/g;
const turns = /(?<!\p{L})(?:pero|aunque|but|though|however)(?!\p{L})/iu;

/** Somebody else did it: the model knows what was done and not by whom. */
const others: Record<Language, RegExp> = {
  es: /^[\s¡¿]*(?:el|la|los|las|nuestr[oa]s?|mi|un|una) (?:repartidor|conductor|mensajer|transport|sistema|banco|almac[eé]n|tienda|proveedor|p[aá]gina|web|app|aplicaci[oó]n|compañer|encargad|m[aá]quina|cami[oó]n|central|f[aá]brica)(?!.*(?<!\p{L})(?:usted|t[uú]|su|sus)(?!\p{L}))/iu,
  en: /^\s*(?:the|our|my|a) (?:driver|courier|carrier|system|bank|warehouse|shop|store|supplier|page|website|site|app|colleague|manager|machine|van|truck|head office|factory)(?!.*(?<!\p{L})you(?:r|'|’|(?!\p{L})))/iu,
};
/** Told that it does no harm. */
const excused: Record<Language, RegExp> = {
  es: /(?:si|pero)[^.!?]{0,60}(?:no pasa nada|da igual|no importa|no hay problema)(?!\p{L})/iu,
  en: /(?:if|but)[^.!?]{0,60}(?:that['’]s (?:fine|ok|okay|all right)|no problem|no worries|doesn['’]t matter)(?!\p{L})/iu,
};
/** Cleared of a fault, or told that something cannot be promised. */
const cleared: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:no|tampoco) (?:es|fue|ha sido|era|tiene|tienes|tuvo) (?:usted|t[uú]|(?:la )?culpa)(?!\p{L})(?!.*(?:nuestr|m[ií]a))|(?<!\p{L})no (?:(?:lo|la|se|ha|has) ){0,2}(?:ley[oó]|le[ií]do|hizo|hecho|puso|puesto|entendi[oó]|entendido|pidi[oó]|pedido|apunt[oó]|marc[oó]|escribi[oó]) (?:nada )?mal(?!\p{L})|(?<!\p{L})lo (?:hizo|ha hecho) (?:usted )?(?:todo )?(?:bien|perfect)/iu,
  en: /(?<!\p{L})(?:not|never|wasn['’]t|isn['’]t|none of (?:this|it|that) (?:is|was))(?: at all)? (?:you|your|to blame)(?!\p{L})|(?<!\p{L})you (?:didn['’]t|did not|haven['’]t|never) (?:misread|mis\p{L}+|get (?:it|anything|that) wrong|do (?:anything|it) wrong|read (?:it|that) wrong)|(?<!\p{L})you (?:did|['’]ve done|have done|read|filled|wrote)(?: it| that| everything)* (?:right|correctly|perfectly|properly|well)(?!\p{L})/iu,
};
/** What the shop did or left undone to the customer's cost; with what the customer left undone as its reason, it is theirs again. */
const ownFault: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:no (?:(?:le|les|te|lo|la|los|las|se|nos) ){0,2}(?:\p{L}{2,}(?:[aei]mos)|hemos \p{L}+|supe|mir[eé]|le[ií]|avis[eé])|hubi[eé](?:ra|se)mos|(?:le|les|te) hicimos|por no \p{L}+[aei]r(?:le|les|te)|nos (?:equivoc|olvid|confund|despist|retras)\p{L}+|se nos|por nuestr\p{L}+ (?:culpa|parte|error|despiste))(?!\p{L})(?!.*(?:porque|ya que|pues|puesto que) (?:usted )?(?:no|nunca)(?!\p{L}))(?!.*(?<!\p{L})usted no(?!\p{L}))/iu,
  en: /(?<!\p{L})(?:(?:we|i) (?:didn['’]t|did not|never|failed to|forgot|messed|missed|overlooked|lost|got|told you(?: \p{L}+)? (?:too late|wrong))|(?:if|had) (?:we|i)(?:['’]d| had)?|(?:we|i) (?:should|ought to)(?:['’]ve| have))(?!\p{L})(?!.*(?:because|since|as) (?:you|it was you))(?!.*you (?:didn['’]t|did not|never|should))/iu,
};
const withheld: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:no|nunca|tampoco) (?:(?:se|le|les|te|os|lo|la|me) ){0,2}(?:pued|pod|promet|garant|asegur|s[eé](?!\p{L})|s[ea]b)/iu,
  en: /(?<!\p{L})(?:can['’]?t|cannot|can never|don['’]t|do not|not able|unable|won['’]t|not sure|never be)(?!\p{L})(?!.*(?:fail|happen (?:again|any)|go wrong|get lost).*$)|can['’]t promise|cannot promise|can['’]t guarantee|cannot guarantee/iu,
};

export type ToldSentence = Place & { tone: HarmfulTone };

/** The sentences of a draft that do harm by the model's reading, each with how. */
export const harmfulSentences = (draft: string, language: Language): ToldSentence[] =>
  sentencesOf(draft).flatMap(({ start, end }) => {
    const tone = harmOf(draft.slice(start, end), language);
    return tone === null ? [] : [{ start, end, tone }];
  });

/** What harm one sentence does by the model's reading; null for none. */
export function harmOf(said: string, language: Language): HarmfulTone | null {
  const text = said.replace(quoted, " ");
  if (wordsOf(text).length < readFrom) return null;
  const { tone, lead } = likeliestHarm(scoreTones(model, text, language));
  return lead < leads[tone] || isInnocent(text, tone, language) ? null : tone;
}

/** Words that turn a reading round, which weights of words cannot add up to. A sentence that shows support does no harm, nor plays one down that
 * gives a reason or advice, unless it turns on it with a "but". */
function isInnocent(text: string, tone: HarmfulTone, language: Language): boolean {
  if (tone === "refusing") return false;
  if (tone === "promising") return withheld[language].test(text);
  if (others[language].test(text) || cleared[language].test(text) || (tone === "blaming" && (excused[language].test(text) || ownFault[language].test(text)))) return true;
  const shown = readBehaviours(text, language);
  const cares = shown.support.length > 0 || (tone === "dismissive" && shown.explain.length + shown.educate.length > 0);
  return cares && !turns.test(text);
}

/** Whether a sentence of the draft takes the customer's feeling seriously, in whatever words. */
export function acknowledges(draft: string, language: Language): boolean {
  return sentencesOf(draft).some(({ start, end }) => {
    const scores = scoreTones(model, draft.slice(start, end), language);
    const own = scores[sentenceTones.indexOf("acknowledging")] ?? 0;
    return scores.every((score, tone) => sentenceTones[tone] === "acknowledging" || own - score > leadOfAcknowledgement);
  });
}

const sentencesOf = (draft: string): Place[] => Array.from(draft.matchAll(sentence), ({ 0: said, index }) => ({ start: index + said.length - said.trimStart().length, end: index + said.length }));
