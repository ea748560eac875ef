import { placeEntities } from "./entities.ts";
import { sameLengthFold } from "./folded-text.ts";

type Span = { start: number; end: number; kind: string };

/** Country, check digits, then groups, the first of which may hold a bank's letters. */
const iban = /(?<![a-z0-9])[a-z]{2}\d{2}[ -]?[a-z0-9]{4}(?:[ -]?\d{4}){2,6}(?:[ -]?\d{1,4})?(?![a-z0-9])/g;
/** 13 to 19 digits, ISO/IEC 7812, with a space or dash between any of them. */
const card = /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/g;
/** DNI and NIE, then the tax and identity numbers of Chile, Argentina and Mexico. */
const spanishId = /(?<![a-z0-9])(?:\d{2}\.?\d{3}\.?\d{3}|[xyz][ -]?\d{7})[ -]?[a-z](?![a-z0-9])/g;
const otherId = /(?<![a-z0-9])(?:\d{1,2}\.\d{3}\.\d{3}-[\dk]|\d{2}-\d{8}-\d|[a-z]{4}\d{6}(?:[a-z0-9]{3}|[a-z]{6}[a-z0-9]\d))(?![a-z0-9])/g;
const namedId = /\b(?:d\.?n\.?i|n\.?i\.?e|nif|cif|rut|rfc|curp|cuit|cuil|cedula|pasaporte|passport)\b\.?[\s:,-]{0,3}(?:(?:numero|num|n[º°o]|number|no|is|es|el)[\s.:]{1,3}){0,2}([a-z0-9.-]{0,4}\d[a-z0-9.-]{4,18})/g;
/** What is left of numbers: nobody can say whose, so nobody may see them. Years and counts are shorter. */
const longNumber = /(?<![a-z0-9])[a-z]{0,4}[-/]?\d{5,}[a-z0-9/-]{0,20}/g;

/** A name follows these however it is written; the words after it that are none end it. */
const named = /\b(?:me llamo|mi nombre es|a nombre de|my name is|my name's|the name is|le habla)[ \t]{1,3}/g;
/** After these a name only where it has a capital: "soy Ana", but "soy clienta", "I'm angry". */
const perhapsNamed = /\b(?:soy|i'm|i am|im|habla|this is|atentamente|saludos?|regards|sincerely)[ \t]{0,3}[,.:\n]?[ \t\n]{0,3}/g;
const nameWord = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/uy;
const between = /[ \t]{1,3}/y;
const particles: ReadonlySet<string> = new Set(["de", "del", "la", "las", "los", "san", "van", "von", "da", "dos"]);
const noNames: ReadonlySet<string> = new Set((
  "y e o pero que con por para en de del al a el la los las un una mi mis me te se le lo no si ya es soy esta estoy tengo quiero quisiera necesito compre pedi llevo vivo hice hago llamo escribo desde muy cliente clienta "
  + "and but or from with for to the a an i i'm im my me is am are was have want need would could can please not so very customer client calling writing ordered bought"
).split(" "));
/** A person's name in a message has at most four words: "María del Carmen Pérez Gil" and its particles. */
const nameWordsAtMost = 4;

/**
 * The text without what tells who wrote it: e-mail addresses, phone, order, invoice, card, account and identity numbers,
 * postcodes, amounts, and names after "me llamo" and the like, each replaced by its kind in brackets: "[email]". A long number
 * that is none of these becomes "[number]". Masking twice is masking once.
 *
 * For logs and for learning from corrections. Time grows with the length of the text and no faster.
 *
 * @param at epoch milliseconds, when it was written
 */
export function mask(text: string, at: number): string {
  const folded = sameLengthFold(text);
  const taken = new Uint8Array(text.length);
  const spans: Span[] = [];
  const take = (start: number, end: number, kind: string): void => {
    if (end <= start || taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    spans.push({ start, end, kind });
  };
  const entities = placeEntities(text, at);
  for (const { kind, start, end } of entities) if (kind === "email") take(start, end, "email");
  if (/\d/.test(text)) {
    for (const [kind, pattern] of [["iban", iban], ["id", spanishId], ["id", otherId]] as const) for (const match of folded.matchAll(pattern)) take(match.index, match.index + match[0].length, kind);
    for (const match of folded.matchAll(namedId)) take(match.index + match[0].length - (match[1] ?? "").length, match.index + match[0].length, "id");
    for (const match of folded.matchAll(card)) take(match.index, match.index + match[0].length, "card");
  }
  for (const { kind, start, end } of entities) if (kind !== "date" && kind !== "time" && kind !== "product") take(start, end, kind);
  for (const match of folded.matchAll(longNumber)) take(match.index, match.index + match[0].length, "number");
  for (const match of folded.matchAll(named)) takeName(text, match.index + match[0].length, false, take);
  for (const match of folded.matchAll(perhapsNamed)) takeName(text, match.index + match[0].length, true, take);
  let masked = "";
  let from = 0;
  for (const { start, end, kind } of spans.sort((a, b) => a.start - b.start)) {
    masked += `${text.slice(from, start)}[${kind}]`;
    from = end;
  }
  return masked + text.slice(from);
}

/** Takes the words of a name from a place on: capitalised ones and the particles between them; in small letters until a word that is none. */
function takeName(text: string, start: number, capitalsOnly: boolean, take: (start: number, end: number, kind: string) => void): void {
  let end = start;
  let at = start;
  for (let words = 0; words < nameWordsAtMost; ) {
    nameWord.lastIndex = at;
    const word = nameWord.exec(text)?.[0];
    if (word === undefined) break;
    const small = sameLengthFold(word);
    // All in capitals is shouting: whether it is a name the words before must tell.
    const capital = /^\p{Lu}/u.test(word) && (word.length === 1 || /\p{Ll}/u.test(word));
    const particle = words > 0 && particles.has(small);
    // After a capitalised name a small word is no longer of it: "me llamo Ana García vivo en Lugo".
    const lower = !capital && !capitalsOnly && !noNames.has(small) && (words === 0 || !/^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 2)));
    if (words === 0 && noNames.has(small)) break;
    if (!capital && !particle && !lower) break;
    at = nameWord.lastIndex;
    if (!particle) {
      end = at;
      words += 1;
    }
    between.lastIndex = at;
    const blank = between.exec(text)?.[0];
    if (blank === undefined) break;
    at += blank.length;
  }
  take(start, end, "name");
}
