import { createRequire } from "node:module";
import Sentiment from "sentiment";
import type { Language } from "../core/turn.ts";
import { feelingOf } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { fold, wordSet } from "./words.ts";

const load = createRequire(import.meta.url);

/**
 * Words of the general lists that name the shop's topics or are function words: in a supermarket's chat they say what
 * happened or what is asked, and would make every question about a broken egg an outburst.
 */
const topics = wordSet(`
  problem problems cancel cancelled canceled cancelling stop stopped stops broken damaged damage error errors lost missing miss missed pay payment
  charged charge charges alcohol fire allergic delay delayed late warning expired no wrong issue issues dead died death die kill bomb sick ill hurt
  want wants please fresh share shares like matter number numbers natural interest interested free save saved chance top rotten mistake mistakenly
  stolen fraud complaint complaints complain complained refuse refused rejected denied decline declined limited closed leave left cut demand dirty
  empty wait waiting spam help cash better best join reach reached sorry apologise luck hand dear accept accepted grant yes ok okay active
  problema problemas cancelar cancelado cancelada cancelo parar roto rota rotos rotas danado danada danados error errores perdido perdida perder falta
  faltan pagar pago cargo cargos fuego alergico alergica retraso tarde caducado caducada equivocado muerto muerte morir enfermo robado robada robo
  fraude queja quejas quejarse rechazado rechazada cerrado vacio esperar esperando ayuda ayudar mejor si no favor por libre fresco fresca fallo falla
  quiero querer necesito interes interesado gratis ganar vale cortar dejar negar negado limitado suerte mano alcohol bomba natural compartir numero
  sucio dolor basta acepto aceptar importante oferta ofertas bien buen bueno buena pena como para solo alto baja bajo corte corta grande ultimo mal malo mala nueces nuez murio gano super loyalty nuts won win bla died dead super hot cold like recommend feliz`);

/** How far back a negation still turns a word of the general lists. */
const negationReach = 3;

/** Words of a general list, read by `sentiment` in both languages as one reader: the word as folded and its weight in [-1, 1]. */
export type GeneralSentiment = (folded: string, language: Language) => { word: string; valence: number }[];

/**
 * AFINN in English (Nielsen, 2011) and its Spanish counterpart, without what the domain lexicons or the shop's topics cover.
 * A negated word turns weakly: "not bad" is no praise.
 */
export function createGeneralSentiment(lexicons: Record<Language, Lexicon>): GeneralSentiment {
  const reader = new Sentiment();
  const sources: Record<Language, Record<string, number>> = {
    es: load("natural/lib/natural/sentiment/Spanish/afinnShortSortedSpanish.json"),
    en: load("sentiment/languages/en/labels.json"),
  };
  const listed: Record<Language, ReadonlySet<string>> = { es: new Set(), en: new Set() };
  for (const language of ["es", "en"] as const) {
    const { negators } = lexicons[language];
    const own = Object.entries(sources[language])
      .map(([word, score]): [string, number] => [fold(word), score])
      .filter(([word]) => !topics.has(word) && !negators.has(word) && feelingOf(lexicons[language], word) === null);
    listed[language] = new Set(own.map(([word]) => word));
    reader.registerLanguage(language, {
      labels: Object.assign(Object.create(null), Object.fromEntries(own), { hasOwnProperty: Object.prototype.hasOwnProperty }),
      scoringStrategy: {
        apply: (tokens: string[], cursor: number, score: number): number =>
          tokens.slice(Math.max(0, cursor - negationReach), cursor).some((token) => negators.has(token)) ? -0.4 * score : score,
      },
    });
  }
  // Most turns have none of the words: looking for one costs a tenth of an analysis.
  return (folded, language) => !folded.split(" ").some((word) => listed[language].has(word)) ? [] :
    reader.analyze(folded, { language }).calculation.flatMap((one) => Object.entries(one)).map(([word, score]) => ({ word, valence: Math.max(-1, Math.min(1, score / 5)) }));
}
