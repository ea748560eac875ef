import type { DialogMemory } from "../src/core/dialog.ts";
import type { Language } from "../src/core/turn.ts";
import type { RankedIntent, Understanding } from "../src/core/understanding.ts";
import { plainWords } from "./customer-words.ts";
import { remembered } from "./outcomes.ts";
import { asksOfContents } from "./question-text.ts";
import { isDeclared } from "./question-untold.ts";
import { buildsQuestion, isQuality, saysOfIt } from "./question-words.ts";

/** What comes before the matter: a thanks, an assent, a greeting. */
const opening = /^(?:(?:muchas |mil )?gracias|thanks(?: a lot)?|thank you(?: very much)?|cheers|vale|ok|okay|bien|bueno|perfecto|genial|estupendo|great|perfect|cool|right|fine|good|entiendo|entendido|i see|got it|pues|entonces|so|then|oye|oiga|ah|oh|hmm)(?= |$) ?/;

/** "¿Y el hummus?", "what about the chickpeas?": what stands behind it takes the place of a part of the question before. */
const goingOn = /^(?:(?:y|e|and|but|pero) )?(?:(?:what|how) about|que (?:tal|hay de|pasa con)) |^(?:y|e|and) /;

const doubting = /^(?:y )?(?:(?:pero )?(?:esta|estas|estais) )?(?:(?:usted )?segur[oa]s?)(?: de (?:eso|que no|que si|ello|verdad))?$|^(?:but |and )?(?:are )?you (?:really |quite |absolutely |totally )?(?:sure|certain|positive)(?: about (?:that|this|it))?$|^(?:de verdad|en serio|seguro que (?:no|si)|is that (?:right|certain|for sure)|for sure|really|me lo garantiza\w*|can you guarantee (?:that|it|this)|no me (?:fio|lo creo)(?: mucho| de eso)?|i (?:don t|do not) (?:really )?(?:trust|believe) (?:that|it|this|you))$/;

const refusing = /^(?:no |not )?(?:(?:ya )?no (?:me )?(?:quiero|es|era|decia|hablo de|digo|interesa)|i (?:don t|do not|didn t) (?:want|mean)|not) (?:es[ea]s?|est[ea]s?|that|this|those|these|it)\b(?: ones?)?|^no (?:el|la|los|las) (?:otr[oa]s?|de|del|con|sin)\b|^no (?:the other|another)\b/;

/** Matters of the shop that a line of this kind may be about as well: "¿y mi pedido?", "and on Sundays?" */
const elsewhere = /\b(?:mi|my|pedidos?|orders?|reembols\w*|refund\w*|devol\w*|return\w*|entreg\w*|deliver\w*|envios?|shipping|repart\w*|factura\w*|invoice\w*|receipt|puntos|points|horari\w*|hours|abr\w+|cerra\w*|cierr\w*|open\w*|close\w*|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|\w+days?|manana|tomorrow|today|hoy|cuando|when|donde|where|persona|person|human\w*|agente?|pag\w+|pay\w*|tarjeta|card|cuenta|account|tu|usted|you|ahora que|now what|llego|llegaron|trajeron|arrived|broken|rotten|rot[oa]s?|podrid\w+)\b/;

/** Longer lines say what they want by themselves. */
const shortLine = 7;
const bareLine = 3;
/** A reading this likely is about something, however unsure of what. */
const leaning = 0.3;

/** A line without the courtesies it begins with, in plain words. */
export function matterOf(text: string): string {
  let plain = plainWords(text);
  for (let rest = plain.replace(opening, ""); rest !== plain && rest !== ""; rest = plain.replace(opening, "")) plain = rest;
  return plain;
}

export const doubts = (text: string): boolean => doubting.test(matterOf(text));

/** Whether the line turns down the product told of: "no quiero esa, la de soja". */
export const refusesIt = (text: string): boolean => refusing.test(plainWords(text));

/** Whether the line only names another part of the question before: a product, an allergen. */
export function replacesPart(text: string): boolean {
  const matter = matterOf(text);
  return goingOn.test(matter) && matter.split(" ").length <= shortLine && !elsewhere.test(matter);
}

const small = /^(?:el|la|los|las|un|una|the|a|an|de|del|con|sin|y|e|o|and|or|with|without|of|in|en|ones?|tambien|too)$/;
/** Whether the line names that part and asks nothing by itself, as "¿y cómo se cocina?" does. */
export const onlyNames = (text: string): boolean => replacesPart(text) && matterOf(text).replace(goingOn, "").split(" ").every((word) => small.test(word) || !tellsNothing(word));

const besideContents = /^(?:(?:any|algo de|de|sin|without|con|with|(?:it )?(?:has|have|contains?)|lleva|tiene|contiene|traces of|trazas de|alergia al?|apt[oa] para|is it|es) )*/;
const join = /^(?:or|o|u|y|e|ni|and|nor)$/;

/**
 * Whether the line names nothing but contents: "¿y leche?". With an article they are goods ("¿y la leche?"), but for what no shop sells by itself ("¿y el gluten?").
 *
 * @param alsoGoods whether what may be goods as well counts, as it does after a question of what is in something
 */
export function namesContents(text: string, alsoGoods: boolean): boolean {
  const bare = matterOf(text).replace(goingOn, "").replace(besideContents, "").replace(/ (?:free|in it|tambien|too|also)$/, "");
  const parts = bare.replace(/\b(?:frutos secos|frutos de cascara|tree nuts)\b/g, "nuts").split(" ");
  return parts.every((word, at) => {
    const next = parts[at + 1] ?? "";
    if (/^(?:el|la|los|las|the)$/.test(word)) return asksOfContents(next) || isQuality(next);
    const joined = at === 0 || join.test(parts[at - 1] ?? "") || /^(?:el|la|los|las|the)$/.test(parts[at - 1] ?? "");
    return join.test(word) ? at > 0 && next !== "" : joined && (asksOfContents(word) || isQuality(word) || (alsoGoods && (isDeclared(word) || saysOfIt(word))));
  });
}

/** Whether a line after a product was told of goes on with it, by its form. */
export function goesOnWithProduct(text: string, { intents: [best], intentSure, assent, onlyFeeling, wantsHuman, rejectsAnswer }: Understanding, memory: DialogMemory, topics: readonly string[]): boolean {
  if (remembered(memory, "product") === null || wantsHuman) return false;
  if (doubts(text) || refusesIt(text) || replacesPart(text)) return true;
  const matter = matterOf(text);
  const length = matter.split(" ").length;
  if (assent || onlyFeeling === true || rejectsAnswer || elsewhere.test(matter) || length > shortLine) return false;
  if (intentSure && best !== undefined && !topics.includes(best.intent)) return false;
  return asksPrice(matter) || namesContents(text, true) || (length <= bareLine && mayNameGoods(text, best) && !matter.split(" ").every(tellsNothing));
}

/** "Chickpeas?" and "el hummus"; a line about nothing known ("ajá") is no name. */
const mayNameGoods = (text: string, best: RankedIntent | undefined): boolean => text.includes("?") || /^(?:el|la|los|las|the) /.test(matterOf(text)) || (best !== undefined && best.confidence >= leaning);

const tellsNothing = (word: string): boolean => buildsQuestion(word, "stock", "es") || buildsQuestion(word, "stock", "en");

export const asksPrice = (plain: string): boolean => /\b(?:prices?|precios?|how much|(?:a )?cuanto (?:cuestan?|valen?|vale|estan?|salen?|sale)|que (?:cuestan?|valen?|vale))\b/.test(plain);

/** "¿Y las de bacalao?", "the oat one": a kind of the thing told of, whose name goes without saying. */
export function withThing(text: string, product: string, language: Language): string {
  const words = plainWords(product).split(" ");
  const [first = "", last = ""] = [words[0], words.findLast((word) => !/^\d/.test(word))];
  const thing = language === "es" ? first : last;
  return text.replace(/\b(el|la|los|las) (?=(?:de|del|con|sin) )/i, `$1 ${thing} `).replace(/\b(the|a|an) ((?:\p{L}+ ){1,2})ones?\b/iu, `$1 $2${thing}`);
}
