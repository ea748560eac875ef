import type { ToneFinding } from "../../core/tone.ts";
import type { Language } from "../../core/turn.ts";
import { sameLengthFold } from "../folded-text.ts";
import { betterWords } from "./better-words.ts";
import { inPlaceOf, leftOut, sentence, sentenceAround } from "./draft-text.ts";
import type { Place } from "./draft-text.ts";
import { isDenied } from "./negation.ts";
import { apart, definite, givesMoney, guarantees, inTheirHands, time } from "./promise-words.ts";

/*
 * What only the shop's systems can say, said as if it were the agent's to give: a guarantee, money, or the day something is in the customer's hands.
 * A day the draft lays to the system, or says is planned, is told and not promised; so is money on a condition, which is a rule of the house.
 * A way out names no source the agent has not named and says no more than what will be looked into: a hedge alone would still be a promise.
 */
const negated = /(?:^|[^\p{L}])(?:no|nunca|tampoco|not|never|cannot|\p{L}+n't)(?:[\s,]+(?:know|se|say|sure|puedo|podemos|yet)){0,2}[\s,]{1,3}$/u;
/** A clause shows its verb within this. */
const lettersAfter = 200;
/** A negation and two words between it and what it denies fit in this. */
const lettersBefore = 40;
const isNegated = (folded: string, place: number): boolean => negated.test(folded.slice(Math.max(0, place - lettersBefore), place));

/** "I guarantee delivery" takes a thing and not a clause: taken out, it would leave half a sentence. */
const clauseVerb = /(?:will|is|are|has|have|can|would|won't|arrives|comes|leaves|goes|gets|[a-z]'(?:ll|s|re|ve))(?![a-z])/u;

export const hedged: Record<Language, RegExp> = {
  es: /seg[uú]n|sistema|en principio|previst|prev[eé]|estimad|se espera|deber[ií]a|probable|seguramente|posible|comprobar si|(?<!\p{L})si(?![\p{L},])/iu,
  en: /system|according|as planned|scheduled|expected|estimated|should|probably|fairly sure|hope|might|could|whether|(?<!\p{L})if(?!\p{L})/iu,
};
const lookInto: Record<Language, string> = { es: "voy a comprobar si", en: "let me check whether" };
const checked: Record<Language, string> = { es: betterWords.es.promising, en: betterWords.en.promising };
const checkedMoney: Record<Language, string> = { es: "Compruebo qué importe corresponde y lo digo aquí en cuanto lo sepa.", en: "Let me check what amount is due, and I will tell you here as soon as I know." };

type Said = Place & { folded: string; text: string };
type Way = Omit<ToneFinding, "kind">;

/** Every promise of a draft, with words that hold no more than is known. Where a sentence has a hedge already, the guarantee is left out only. */
export function overPromising(draft: string, language: Language): ToneFinding[] {
  const folded = sameLengthFold(draft);
  return Array.from(draft.matchAll(sentence)).flatMap(({ index }) => {
    const { start, end } = sentenceAround(draft, index);
    const read = (from: number): Way[] => promised(draft, { start: from, end, folded: folded.slice(from, end), text: draft.slice(from, end) }, language);
    const after = afterRegret(folded.slice(start, end));
    const inRest = after === 0 ? [] : read(start + after).map((one) => ({ ...one, alternative: one.start === start + after ? lowerFirst(one.alternative) : one.alternative }));
    const found = inRest.length > 0 && !promisesBefore(folded.slice(start, start + after), language) ? inRest : read(start);
    return found.map((one) => ({ ...one, kind: "over-promising" as const }));
  });
}

const promised = (draft: string, said: Said, language: Language): Way[] => money(said, language) ?? guaranteed(draft, said, language) ?? dated(said, language) ?? [];

/** "Siento mucho la espera, mañana lo tiene": the regret stays, the clause that promises is what is marked. Where the clause after the regret begins; 0 for none. */
const regret = /^(?:(?:hola|hello|hi|buen\p{L}+ \p{L}+|good \p{L}+)(?: \p{L}+)?[,.] )?(?:(?:muchas |mil )?gracias|thank(?:s| you)|(?:lo |la |le |de verdad que )?(?:siento|sentimos|lamento|lamentamos)|disculp\p{L}+|perdon\p{L}*|mil (?:perdones|disculpas)|(?:i'm |i am |we're |we are )?(?:so |very |really |truly )?sorry|(?:my |our )?apolog\p{L}+|(?:i|we) apologi[sz]e|entiendo|comprendo|(?:i|we) (?:fully |do )?understand)(?!\p{L})[^,;:.!?\n]{0,80}[,;:]\s+(?:(?:y|pero|and|but|so)\s+)?/u;
const afterRegret = (folded: string): number => regret.exec(folded)?.[0].length ?? 0;
const promisesBefore = (folded: string, language: Language): boolean => guarantees[language](folded, folded).length > 0 || Array.from(folded.matchAll(givesMoney[language])).length > 0;
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function money({ start, end, folded, text }: Said, language: Language): Way[] | null {
  if (hedged[language].test(text) || /\?\s*$/.test(text)) return null;
  const given = Array.from(folded.matchAll(givesMoney[language])).some(({ index }) => !isNegated(folded, index));
  return given ? [{ start, end, alternative: checkedMoney[language] }] : null;
}

function guaranteed(draft: string, said: Said, language: Language): Way[] | null {
  const { start, folded, text } = said;
  const bare = Array.from(folded.matchAll(apart[language]), ({ 0: words, index }) => ({ start: index, end: index + words.length }));
  const places = [...guarantees[language](text, folded), ...bare]
    .filter((one) => !isNegated(folded, one.start) && vouches(folded, one, language))
    .toSorted((a, b) => a.start - b.start);
  const [first] = places;
  if (!first) return null;
  const isTold = hedged[language].test(text) || done[language].test(folded);
  const [only] = places.length === 1 ? places : [];
  const words = folded.slice(first.start, first.end);
  const after = folded.slice(first.end, first.end + lettersAfter);
  if (!isTold && takesThing(words, after, language)) return [{ start, end: said.end, alternative: checked[language] }];
  if (isTold || isOwnAct(said, places, language)) return places.map((one) => leftOut(draft, { start: start + one.start, end: start + one.end }));
  // "Le prometo que" + clause: other words before the clause, and the rest stays.
  if (only && verbs.test(words) && saysClause.test(words) && /^\s+[\p{L}\d]/u.test(after)) return [{ start: start + only.start, end: start + only.end, alternative: inPlaceOf(lookInto[language], draft, start + only.start) }];
  return [{ start, end: said.end, alternative: lookedInto(said, places, language) }];
}

/** "This can never be guaranteed" and "we'll definitely look" promise nothing of others. */
function vouches(folded: string, { start, end }: Place, language: Language): boolean {
  const words = folded.slice(start, end);
  if (words === "definitely") return definite.before.test(folded.slice(0, start)) || definite.after.test(folded.slice(end));
  return !/^g(?:uarantee|arantiza)d/.test(words) || !isDenied(folded, start, language);
}

/** What is told as done already needs no checking; the guarantee only goes. */
const done: Record<Language, RegExp> = {
  es: /^(?=.*(?<!\p{L})(?:ha|han|he|hemos) \p{L}+(?:ado|ido|cho|sto|rto)(?!\p{L}))(?!.*(?<!\p{L})(?:manana|\p{L}+(?:ara|era|ira))(?!\p{L}))/su,
  en: /^(?=.*(?<!\p{L})(?:(?:has|have|was|were)(?: (?:been|already))? \p{L}+ed|(?:has|have) been)(?!\p{L}))(?!.*(?:will|'ll|tomorrow))/su,
};

/** What the speaker does is theirs to say: the guarantee goes, the act stays. */
const ownAct: Record<Language, RegExp> = {
  es: /^[\s,:]*(?:yo|me|nos|voy|vamos|estoy|estamos)(?!\p{L})|^[\s,:]*(?:(?:se )?(?:lo|la|los|las|le|les|te) )?(?:\p{L}{2,}(?:[aei]mos|[aei]ré)|miro|reviso|compruebo|aviso|llamo|escribo|digo|confirmo|arreglo)(?!\p{L})/iu,
  en: /^[\s,:]*(?:i|we)(?!\p{L})/iu,
};

/** An act of the speaker in the midst of a sentence, read with its accents ("esperaré" is mine, "espere" yours), and what others do. */
const own: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:\p{L}{2,}(?:[aei]mos|[aei]ré)|miro|reviso|compruebo|aviso|llamo|escribo|digo|confirmo|arreglo|mando|envio|encargo|ocupo|paso|pregunto|busco)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:i|we)(?:['’]ll| will|['’]m|['’]re| am| are)(?!\p{L})/iu,
};
const others: Record<Language, RegExp> = { es: /(?<!\p{L})(?:lleg|sal[eg]|tien|tendr|recib|estar|qued|va a|vas a)/iu, en: /(?<!\p{L})(?:it|they|you|this|that|he|she)(?:['’]ll| will|['’]s)(?!\p{L})/iu };

/** The act is said after the guarantee, before it, or the sentence tells of no other. */
function isOwnAct({ folded, text }: Said, [first]: Place[], language: Language): boolean {
  if (!first) return false;
  const [before, after] = [text.slice(0, first.start), text.slice(first.end)].map((part) => part.normalize("NFC"));
  if (before === undefined || after === undefined) return false;
  const rest = `${before} ${after}`;
  return (verbs.test(folded.slice(first.start, first.end)) && ownAct[language].test(after)) || ownAct[language].test(before) || (own[language].test(rest) && !others[language].test(rest));
}

/** "Sí, mañana lo tiene": what greets or answers stands before what is looked into. */
const leading = /^(?:\s*(?:s[ií]|no|hola|claro|vale|ok|okay|perfecto|bueno|tranquil[oa]|gracias|por supuesto|desde luego|yes|hello|hi|hey|sure|of course|great|thanks|thank you|don't worry|do not worry|no se preocupe)(?!\p{L})[^,.;:!]{0,30}[,;:]\s*)+/iu;
/** Words that begin a statement, and so may stand after "si" or "whether". */
const begins: Record<Language, RegExp> = {
  es: /^(?:el|la|los|las|lo|le|les|su|sus|tu|tus|este|esta|esto|ese|esa|eso|un|una|hoy|manana|ya|en|a|al|antes|el|entre|durante|esta|estara|llega|llegara|sale|tiene|tendra|recibe|recibira|va|todo|nuestr[oa]|usted|mi|se|dentro|por|con|queda|quedara)(?!\p{L})/u,
  en: /^(?:it|it's|it'll|they|they'll|you|you'll|the|your|this|that|these|those|our|today|tomorrow|everything|all|there|he|she|a|an|on|by|in|within|tonight|next|every)(?![\p{L}])/u,
};

/** The sentence as what will be looked into; where its words do not fit behind "si" or "whether", that it will be looked into. */
function lookedInto({ text }: Said, places: readonly Place[], language: Language): string {
  const bare = places.toReversed().reduce((left, one) => left.slice(0, one.start) + left.slice(one.end), text).replace(/^[\s,;:]+/, "").replace(/\s*,(?=\s*(?:[,;.!]|$))/g, "").replace(/\s{2,}/g, " ");
  const lead = leading.exec(bare)?.[0] ?? "";
  const core = bare.slice(lead.length).replace(/^[\s,;:¡]+/, "").replace(/[\s,;:.!…]+$/, "");
  const folded = sameLengthFold(core);
  if (!begins[language].test(folded) || /[?¿;]/.test(core) || lead.length + core.length > lettersAfter) return checked[language];
  const opened = lead === "" ? lookInto[language].slice(0, 1).toUpperCase() + lookInto[language].slice(1) : lookInto[language];
  return `${lead}${opened} ${core.slice(0, 1).toLowerCase()}${core.slice(1)}.`;
}

/** Guarantees that say a clause or a thing, and so may open a sentence. */
const verbs = /^(?:seguro que|fijo que|con |sin ninguna? duda|i |we |i'll|we'll|you |there |there's|tiene|le |te |les |os |se |no |puede|este|quede|estate|prom|garant|rest assured|trust|believe|me comp|nos comp)/u;
const saysClause = /(?:que|pues|that)$|^(?:i|we|i'll|we'll|rest assured|you can)(?!\p{L})(?!.*(?: it| this)$)/u;

function takesThing(words: string, after: string, language: Language): boolean {
  if (!/(?:compromet|promet|garanti|asegur|jur[oa]|promise|guarantee|swear|assure)/u.test(words) || !/^\s+[\p{L}\d]/u.test(after)) return false;
  return language === "es" ? !/(?:que|^(?:se|te|os) lo \p{L}+)$/u.test(words) : !words.endsWith("that") && !clauseVerb.test(after);
}

function dated(said: Said, language: Language): Way[] | null {
  const { start, end, folded, text } = said;
  const found = inTheirHands[language].exec(folded);
  if (!found || !time[language].test(folded) || hedged[language].test(text) || /\?\s*$/.test(text) || isNegated(folded, found.index)) return null;
  return [{ start, end, alternative: lookedInto(said, [], language) }];
}
