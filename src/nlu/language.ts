import type { Language } from "../core/turn.ts";
import { wordSet } from "./words.ts";
import type { Word } from "./words.ts";

// Function words are in every sentence and in few other languages; what two languages share is left out of both or
// counted for both. Accents are folded, so "é" and "e" are one word. The shop's commonest words help with short lines.
const spanish = wordSet(`
  el los las un unos unas del al que y pero porque como cuando donde quien cual cuanto cuantos con sin para por sobre hasta desde entre
  muy mas ya no si es son soy estoy esta estan estamos este esto eso ese esa aqui ahora hoy ayer manana siempre nunca tambien tampoco
  yo tu usted ustedes me te se nos os le les lo mi mis su sus nuestro vuestro ha han he hemos hay tengo tiene tienen tienes tenia quiero
  quiere necesito puedo puede pueden podria hacer hace hola gracias buenos buenas dias tardes noches favor pedido pedidos envio entrega
  llega llegado llego compra tienda dinero devolver cancelar cambiar persona hablar ayuda vale bien mal todo nada algo alguien
  ser fue era estaba llevo llevan digo dice dime otra otro vez mismo quisiera gustaria factura producto horario cuenta tarjeta pago donde
  adios claro perfecto genial bueno buenisimo bueno pues entonces luego despues antes todavia aun solo cada unas cuanta tarde roto rota
  gilipollas mierda estafa verguenza harto harta cosa cosas casa
  has has mucho mucha muchos ayudado ayudar sabe saber creo parece veces nadie menos mas buenas sigo sin llegar llego recibido recibir comprar
  compre pagar cobrado cobraron devolucion reembolso suscripcion baja queja reclamacion puntos abierto abren cierran repartidor paquete dano
  caducado cuando cuanto cocinar alergia lleva tiene precio`);
const english = wordSet(`
  the an no and but because how when where who which what why with without for about from until between very more already not yes is are am
  was were been being this that these those here now today yesterday tomorrow always never also either i you he she it we they me him
  her us them my your our their his have has had do does did don't doesn't didn't can't won't isn't i'm i've i'd it's that's you're
  want wants need needs can could would should will get got make hello hi hey thanks thank please order orders delivery delivered arrived
  arrive bought buy shop store money refund return cancel change person talk speak help good bad all nothing something someone
  there here my of to in on at by be if or so out up just still yet again only every late broken invoice product hours account card payment
  goodbye bye sure perfect great well then later before after dont cant wont im ive whats wheres thx
  take care live agent contact customer service points play music tell joke morning evening night greetings farewell close closing time much many
  went been any anyone someone see know think say said work working works send sent receive received parcel package driver still waiting
  complaint subscription open opening cook cooking price buying bought paid charged missing wrong need never like right day days week let give
  gotta gonna wanna leave has next last first new old best before card`);

/** Languages customers of a Spanish shop write that we do not speak: words that neither Spanish nor English has. */
const others: ReadonlySet<string>[] = [
  // French
  wordSet(`je suis j'ai vous nous est une des les ne pas avec pour mon ma ou bonjour merci c'est n'est n'ai ma commande livraison bonsoir sil
    plait etes avez suis quand pourquoi comment voudrais dans sur mais tres ete cette votre vos l'ai d'une colis au aux salut parler puis quelqu'un`),
  // German
  wordSet(`ich bin nicht und der die das ein eine ist mein meine wo wann warum wie mit fur auf habe haben hallo danke bitte bestellung
    lieferung noch sie wir von zu kann mochte guten tag ihr war wurde aber kein keine sehr heute schon warte sprechen jemand`),
  // Portuguese
  wordSet(`nao voce voces estou esta obrigado obrigada ola onde quando meu minha pedido chegou ainda com uma um por favor preciso entrega
    tambem mas muito bom dia boa noite ate encomenda falar alguem posso sao tem tenho isso eu ele ela quero fazer foi gostaria`),
  // Italian
  wordSet(`io sono non il mio mia gli dove quando perche come ciao grazie ordine consegna ancora vorrei ho hai abbiamo questo questa
    che buongiorno buonasera della del sono stato arrivato per favore parlare qualcuno posso pacco molto anche`),
  // Catalan
  wordSet(`jo soc estic no els les amb per que on quan perque com hola gracies si us plau comanda lliurament encara voldria tinc tens
    aixo aquest aquesta bon dia bona tarda vull parlar algu meva meu ha arribat la el i molt tambe puc`),
  // Dutch
  wordSet(`ik ben niet het een mijn waar wanneer waarom hoe met voor heb hallo dank alstublieft bestelling levering nog wij van kan
    wil goedemorgen maar geen zeer vandaag al bedankt iemand spreken`),
  // Galician and Basque share too much with Spanish or with nothing; Basque alone is told by its own words
  wordSet(`kaixo eskerrik asko nire eskaera non dago ez dut bai mesedez egun on nahi du naiz hitz egin norbait`),
];
const letters = /[ßäöüãõçêèìòùœæåø]/iu;
const otherScripts = /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/gu;

/** Words of another language, and not of ours, that make "clearly": two can be a name or a brand. */
const clearlyForeign = 3;
const spanishLetters = /[ñ¿¡]/i;

const englishShape = /w|k|th|sh|oo|ee|ght|ing$|ed$|ly$|tion|ss|[^aeiou]y$|[bcdfghmptv]$|mm|pp|ff/;
const spanishShape = /[aeo]s?$|cion|dad$|[aei]r$|rr|que|gui|ndo$/;

/** Where no common word decides: how the words are built. Null where that leads by less than `lead` words. */
function byShape(words: Word[], lead: number): Language | null {
  let lean = 0;
  for (const { folded } of words) {
    if (folded.length < 2 || /\d/.test(folded) || spanish.has(folded) || english.has(folded) || folded === "no") continue;
    const en = englishShape.test(folded);
    const es = spanishShape.test(folded);
    if (en !== es) lean += en ? 1 : -1;
  }
  // A single word is as often a name or a brand.
  if (words.length < 2 || Math.abs(lean) < lead) return null;
  return lean > 0 ? "en" : "es";
}

export type LanguageReading = { language: Language; foreign: boolean };

/**
 * Which of our two languages a text is in, and whether it is clearly in neither.
 *
 * Short lines ("ok", a number, a name, emoji) say nothing and keep the language so far; without one, the page's, else Spanish.
 */
export function readLanguage(text: string, words: Word[], previous: Language | null, locale: Language | null): LanguageReading {
  const kept = previous ?? locale ?? "es";
  // An address alone is no sentence of either language.
  if (text.includes("@") && !text.trim().includes(" ")) return { language: kept, foreign: false };
  const scripts = text.match(otherScripts)?.length ?? 0;
  let es = spanishLetters.test(text) ? 2 : 0;
  let en = 0;
  const foreignScores = others.map(() => 0);
  for (const { folded } of words) {
    const inEs = spanish.has(folded);
    const inEn = english.has(folded);
    if (inEs && !inEn) es += 1;
    if (inEn && !inEs) en += 1;
    if (!inEs && !inEn) foreignScores.forEach((score, i) => { if (others[i]?.has(folded)) foreignScores[i] = score + 1; });
  }
  const shaped = letters.test(text) ? 1 : 0;
  const strangest = Math.max(...foreignScores) + (Math.max(...foreignScores) > 0 ? shaped : 0);
  if (scripts >= 3 && es + en < 2) return { language: kept, foreign: true };
  if (strangest >= clearlyForeign && strangest > Math.max(es, en) * 1.2) return { language: kept, foreign: true };
  if (es === en) {
    if (strangest >= 2 && es === 0 && words.length <= strangest + 1) return { language: kept, foreign: true };
    return { language: byShape(words, previous === null ? 1 : 3) ?? kept, foreign: false };
  }
  const language = es > en ? "es" : "en";
  // One word against the language so far is a loan ("vale", "ticket", "no"); two, or one among at most three words, is a change.
  const lead = Math.abs(es - en);
  if (previous !== null && language !== previous && lead < 2 && (words.length > 3 || words.length < 2)) return { language: previous, foreign: false };
  return { language, foreign: false };
}
