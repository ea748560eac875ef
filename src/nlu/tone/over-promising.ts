import type { ToneFinding } from "../../core/tone.ts";
import type { Language } from "../../core/turn.ts";
import { sameLengthFold } from "../folded-text.ts";
import { cueFinder } from "./cues.ts";
import { inPlaceOf, leftOut, sentence, sentenceAround } from "./draft-text.ts";
import type { Place } from "./draft-text.ts";

/**
 * What only the shop's systems can say, said as if it were the agent's to give: a guarantee, money, or the day something is in the customer's hands.
 * A day the draft lays to the system, or says is planned, is told and not promised; so is money on a condition, which is a rule of the house.
 */
const guarantees: Record<Language, ReturnType<typeof cueFinder>> = {
  es: cueFinder([
    "se|te|os lo prometo|prometemos|garantizo|garantizamos|aseguro|aseguramos|juro|juramos", "le|les|te|os prometo|prometemos|garantizo|garantizamos|aseguro|aseguramos|juro|juramos que?",
    "prometo|prometemos|garantizo|garantizamos que?", "con total|toda seguridad", "sin ninguna? duda", "tiene|tienes mi palabra que?", "le|te doy mi? palabra que?", "palabra de honor", "seguro|fijo que", "esta|es hecho seguro",
    "sin falta", "si o si", "pase lo que pase", "al 100%", "al 100 %", "100% seguro|segura|garantizado", "100 % seguro|segura|garantizado", "cien por cien seguro|segura|garantizado", "al cien por cien", "delo|dalo por hecho|seguro", "cuente|cuenta con ello", "me comprometo a? que?", "nos comprometemos a? que?",
  ]),
  en: cueFinder([
    "i|we will? promise|guarantee|swear|assure you? that|it|this?", "i'll|we'll promise|guarantee|assure you? that|it|this?", "you have my word that|on? it?", "there is no doubt that?",
    "without fail", "no matter what", "whatever happens", "mark my words", "for sure", "definitely", "100% sure|certain|guaranteed", "100 % sure|certain|guaranteed", "guaranteed", "absolutely certain", "rest assured that?", "count on it|that", "consider it done", "no doubt about it", "come what may", "i|we give you my|our word that?",
  ]),
};
/** One word that guarantees only when it stands apart: "Mañana lo tiene, seguro", not "el pago es seguro". */
const apart: Record<Language, RegExp> = {
  es: /(?<=(?:^|[,;])\s{0,3})(?:seguro|fijo|garantizado|prometido|palabra|100 ?%)(?=\s*(?:[.,;!]|$))/gu,
  en: /(?<=[,;]\s{0,3})(?:promise|certain|100 ?%)(?=\s*(?:[.,;!]|$))/gu,
};
const negated = /(?:^|[^\p{L}])(?:no|nunca|tampoco|not|never|cannot|\p{L}+n't)(?:[\s,]+(?:know|se|say|sure|puedo|podemos|yet)){0,2}[\s,]{1,3}$/u;
/** A clause shows its verb within this. */
const lettersAfter = 200;
/** A negation and two words between it and what it denies fit in this. */
const lettersBefore = 40;
const isNegated = (folded: string, place: number): boolean => negated.test(folded.slice(Math.max(0, place - lettersBefore), place));

/** "I guarantee delivery" takes a thing and not a clause: taken out, it would leave half a sentence. */
const clauseVerb = /(?:will|is|are|has|have|can|would|won't|arrives|comes|leaves|goes|gets|[a-z]'(?:ll|s|re|ve))(?![a-z])/u;

const hedged: Record<Language, RegExp> = {
  es: /seg[uú]n|sistema|en principio|previst|prev[eé]|estimad|se espera|deber[ií]a|probable|seguramente|posible|(?<!\p{L})si(?![\p{L},])/iu,
  en: /system|according|as planned|scheduled|expected|estimated|should|probably|fairly sure|hope|might|could|(?<!\p{L})if(?!\p{L})/iu,
};
const opening: Record<Language, string> = { es: "según el sistema", en: "our system says that" };
const hedge: Record<Language, string> = { es: "en principio", en: "as planned" };
/** Words before a verb or a quality, where "as planned" does not fit. */
const inside: Readonly<Record<string, string>> = { definitely: "probably", "absolutely certain": "fairly sure", "100% sure": "fairly sure", "100% certain": "fairly sure", "100% seguro": "bastante seguro", "100% segura": "bastante segura", "100 % seguro": "bastante seguro", "100 % segura": "bastante segura" };
const checked: Record<Language, string> = { es: "Lo compruebo y lo confirmo aquí.", en: "Let me check that and confirm it here." };
const checkedMoney: Record<Language, string> = { es: "Compruebo qué importe corresponde y lo digo aquí en cuanto lo sepa.", en: "Let me check what amount is due, and I will tell you here as soon as I know." };

const sum = "(?:[€$£]|\\d\\s?(?:euros?|eur|pounds?|dollars?|%|por ciento|per ?cent))";
const moneyEs = `(?:${sum}|dinero|importe|la mitad|lo pagado|descuento|reembolso|abono|vale de|cupon|gratis|sin coste|sin cargo|compensacion)`;
const moneyEn = `(?:${sum}|refund(?! (?:team|form|request|policy|status))|money|discount|voucher|coupon|gift card|for free|free of charge|compensation)`;
const near = "[^\\n]{0,60}?";
/** Somebody of the shop gives money, now or later. What was given already is told, not promised. */
const givesMoney: Record<Language, RegExp> = {
  es: new RegExp(`(?<!\\p{L})(?:(?:le|les|te|os|se lo|te lo) (?:(?:reembols|reintegr|indemniz|compens|abon)(?:o|amos|are|aremos)(?!\\p{L})|(?:voy|vamos) a (?:reembolsar|reintegrar|indemnizar|compensar|abonar)|(?:devuelvo|devolvemos|devolvere|devolveremos|regalo|regalamos|regalare|regalaremos|pago|pagamos|pagare|pagaremos|ingresamos|ingresaremos|doy|damos|dare|daremos|hago|hacemos|hare|haremos|descontamos|descontare|descontaremos|(?:voy|vamos) a (?:devolver|regalar|pagar|ingresar|dar|hacer|descontar))(?!\\p{L})${near}${moneyEs}|(?:envio|enviamos|enviaremos|mando|mandamos|mandaremos)(?!\\p{L})${near}(?:dinero|reembolso|vale de|cupon|gratis|sin coste|sin cargo))|(?:voy|vamos) a (?:reembolsar|reintegrar|indemnizar|compensar|abonar|devolver)(?:le|te|les|os)(?!\\p{L})|(?:va|vas) a recibir${near}${moneyEs}|(?:recibira|recibiras|tendra|tendras) (?:(?:el|un|su|tu) )?${moneyEs})`, "gu"),
  en: new RegExp(`(?<![\\p{L}])(?:(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'m| am|'re| are) (?:(?:now|also|gladly|happily|immediately) )?(?:(?:refund|reimburs|compensat|waiv)(?:e|ing)?(?![\\p{L}])|(?:giv|offer|pay|transfer|return|credit)(?:e|ing)?(?![\\p{L}])${near}${moneyEn}|send(?:ing)?(?![\\p{L}])${near}(?:voucher|coupon|gift card|money|refund(?! (?:team|form|request|policy|status))|free of charge|for free))|you(?:'ll| will) (?:be (?:refunded|reimbursed|compensated)|(?:get|receive|have)${near}${moneyEn}))`, "gu"),
};
const whenEs = "(?:hoy|manana|esta (?:tarde|noche|semana)|lunes|martes|miercoles|jueves|viernes|sabado|domingo|el dia \\d|el \\d{1,2} de|en \\S+ (?:minutos|horas|dias)|en una? (?:hora|dia|semana)|a las \\d)";
const whenEn = "(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:in|within) \\S+ (?:minutes?|hours?|days?|weeks?)|\\d ?(?:am|pm|o'clock))";
const time: Record<Language, RegExp> = { es: new RegExp(`(?<!\\p{L})${whenEs}(?!\\p{L})`, "u"), en: new RegExp(`(?<!\\p{L})${whenEn}(?!\\p{L})`, "u") };
/** The parcel in the customer's hands. "Sale mañana" and "llega mañana" read the screen aloud. */
const inTheirHands: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:(?:lo|la|los|las) (?:tiene|tienes|tendra|tendras|recibe|recibes|recibira|recibiras|va a tener|va a recibir|vas a tener|vas a recibir)|(?:le|te) llega(?:ra)?n?(?! (?:un|una|otro|otra)\b)|llegaran?|(?:va|vas) a (?:tenerlo|recibirlo)|estaran? en (?:su|tu) casa)(?!\p{L})/u,
  en: /(?<![\p{L}])(?:(?:it|they|(?:your|the) (?:order|parcel|package|delivery|purchase|item|items|refund|money))(?:'ll| will) (?:be (?:there|with you|delivered|home|in|on|at)|arrive|come|reach you|get to you)|you(?:'ll| will) (?:have|get|receive) (?:it|them|(?:your|the) (?:order|parcel|package|delivery|purchase|item|items)))(?![\p{L}])/u,
};

type Said = Place & { folded: string; text: string };

/** Every promise of a draft, with words that hold no more than is known. Where a sentence has a hedge already, the guarantee is left out only. */
export function overPromising(draft: string, language: Language): ToneFinding[] {
  const folded = sameLengthFold(draft);
  return Array.from(draft.matchAll(sentence)).flatMap(({ index }) => {
    const { start, end } = sentenceAround(draft, index);
    const said: Said = { start, end, folded: folded.slice(start, end), text: draft.slice(start, end) };
    const found = money(said, language) ?? guaranteed(draft, said, language) ?? dated(draft, said, language) ?? [];
    return found.map((one) => ({ ...one, kind: "over-promising" as const }));
  });
}

type Way = Omit<ToneFinding, "kind">;

function money({ start, end, folded, text }: Said, language: Language): Way[] | null {
  if (hedged[language].test(text) || /\?\s*$/.test(text)) return null;
  const given = Array.from(folded.matchAll(givesMoney[language])).some(({ index }) => !isNegated(folded, index));
  return given ? [{ start, end, alternative: checkedMoney[language] }] : null;
}

function guaranteed(draft: string, said: Said, language: Language): Way[] | null {
  const { start, folded, text } = said;
  const bare = Array.from(folded.matchAll(apart[language]), ({ 0: words, index }) => ({ start: index, end: index + words.length }));
  const places = [...guarantees[language](text), ...bare].filter((one) => !isNegated(folded, one.start)).toSorted((a, b) => a.start - b.start);
  const [first] = places;
  if (!first) return null;
  const isHedged = hedged[language].test(text);
  return places.map((one) => {
    const place = { start: start + one.start, end: start + one.end };
    const [words, before, after] = [folded.slice(one.start, one.end), folded.slice(0, one.start), folded.slice(one.end, one.end + lettersAfter)];
    if (takesThing(words, after, language)) return { start: said.start, end: said.end, alternative: checked[language] };
    const nothingElse = !/\p{L}/u.test(before) && !/\p{L}/u.test(after);
    if (nothingElse) return { start: said.start, end: said.end, alternative: checked[language] };
    if (isHedged || one !== first || (verbs.test(words) && ownAct[language].test(after))) return leftOut(draft, place);
    const clauseFollows = /^\s+[\p{L}\d]/u.test(after) && verbs.test(words);
    const opens = clauseFollows || (!/\p{L}/u.test(before) && verbs.test(words));
    if (opens) return { start: place.start, end: place.end + (after.startsWith(",") ? 1 : 0), alternative: inPlaceOf(language === "es" ? `${opening.es},` : opening.en, draft, place.start) };
    return { ...place, alternative: inPlaceOf(inside[words] ?? hedge[language], draft, place.start) };
  });
}

/** What the speaker does is no reading of a system: the guarantee goes, the act stays. */
const ownAct: Record<Language, RegExp> = {
  es: /^\s*(?:yo|me|nos|voy|vamos|estoy|estamos)(?!\p{L})|^\s*(?:(?:se )?(?:lo|la|los|las|le|les|te) )?(?:\p{L}{2,}(?:[aei]mos|[aei]re)|miro|reviso|compruebo|aviso|llamo|escribo|digo|confirmo|arreglo)(?!\p{L})/u,
  en: /^\s*(?:i|we)(?!\p{L})/u,
};

/** Guarantees that say a clause or a thing, and so may open a sentence. */
const verbs = /^(?:seguro que|fijo que|con |sin ninguna? duda|i |we |i'll|we'll|you have|there is|tiene|le |te |les |os |se |prom|garant|rest assured|me comp|nos comp)/u;

function takesThing(words: string, after: string, language: Language): boolean {
  if (!/(?:compromet|promet|garanti|asegur|jur[oa]|promise|guarantee|swear|assure)/u.test(words) || !/^\s+[\p{L}\d]/u.test(after)) return false;
  return language === "es" ? !/(?:que|^(?:se|te|os) lo \p{L}+)$/u.test(words) : !words.endsWith("that") && !clauseVerb.test(after);
}

function dated(draft: string, { start, folded, text }: Said, language: Language): Way[] | null {
  const found = inTheirHands[language].exec(folded);
  if (!found || !time[language].test(folded) || hedged[language].test(text) || /\?\s*$/.test(text) || isNegated(folded, found.index)) return null;
  const place = { start: start + found.index, end: start + found.index + found[0].length };
  const words = draft.slice(place.start, place.end);
  const lower = words.slice(0, 1).toLowerCase() + words.slice(1);
  return [{ ...place, alternative: language === "en" ? words.replace(/(?:['’]ll| will)( have(?= ))?/i, (_, have: string | undefined) => (have ? " should get" : " should")) : inPlaceOf(`${hedge.es} ${lower}`, draft, place.start) }];
}
