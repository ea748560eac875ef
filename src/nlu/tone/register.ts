import type { ToneFinding } from "../../core/tone.ts";
import { wordsOf } from "../words.ts";
import type { Word } from "../words.ts";
import { beginsSentence, inPlaceOf } from "./draft-text.ts";
import { formalOf, inflects, informalOf } from "./tu-forms.ts";

/** After these a form a noun shares is a verb: "si compras", not "sus compras" nor "hacer preguntas". */
const beforeVerb: ReadonlySet<string> = new Set("si cuando que no lo te me nos ya tu como donde aunque mientras porque".split(" "));
/** Forms a noun or another word shares. */
const nounLike = /^(?:disculpa|perdon[ae]?s?|llamas?|compras?|entregas?|cuentas?|dudas|quejas|reservas?|preguntas?|pagas?|notas|firmas|marcas?|pruebas|esperas|cambi[ao]s?|copias?|entradas?|llegadas?|tomas?|pases|ten|ven|eras|vistes?|gastas?|recuerdos?|pasas|ves|tardes|ayudas|consultas|descargas|detalles|apuntes|adjuntas?|fijas|firmes|cierres|comas|guardas|vivas|sales)$/;
/** Commands that a third person shares; at the head of a sentence, before what they are about, they are commands. */
const heads: ReadonlyMap<string, string> = new Map([["mira", "mire"], ["revisa", "revise"], ["escribe", "escriba"], ["confirma", "confirme"], ["manda", "mande"], ["envia", "envíe"], ["pulsa", "pulse"], ["consulta", "consulte"], ["busca", "busque"], ["entra", "entre"], ["comprueba", "compruebe"], ["acerca", "acerque"], ["perdona", "perdone"], ["disculpa", "disculpe"]]);
/** A noun follows these, never a verb: "por las tardes", "sus consultas". "Las" and "los" are left out: "¿las mandas?" */
const beforeNoun: ReadonlySet<string> = new Set("buenas buenos muchas muchos pocas pocos varias varios algunas algunos unas unos otras otros estas estos esas esos aquellas mis sus nuestras nuestros todas todos cuantas cuantos tantas tantos dos tres cuatro cinco de en con por sin hacia sobre entre".split(" "));
const about: ReadonlySet<string> = new Set("el la los las tu tus un una en si bien otra esta este que por".split(" "));
const things: ReadonlySet<string> = new Set(["lo", "la", "los", "las"]);
const towards: ReadonlySet<string> = new Set(["a", "para", "de", "por", "sin"]);
/** "Te preocupes": who acts and who is acted on are one. */
const secondPerson = /(?:[aeáéíi]s|ste|steis)$/u;

const written = (one: Word | undefined): string => one?.text.toLowerCase().normalize("NFC") ?? "";

/** Words of a Spanish draft that address the customer otherwise than the shop does, each with the form that does. */
export function wrongRegister(draft: string, formal: boolean): ToneFinding[] {
  const words = wordsOf(draft);
  return words.flatMap((one, i) => {
    const [previous, next] = [words[i - 1], words[i + 1]];
    if (!formal && one.folded === "usted") return [toTu(draft, one, previous)];
    const better = formal ? formalWord(draft, one, previous, next) : informalOf.get(written(one));
    return better === undefined ? [] : [{ start: one.start, end: one.end, kind: "wrong-register" as const, alternative: inPlaceOf(better, draft, one.start) }];
  });
}

function formalWord(draft: string, one: Word, previous: Word | undefined, next: Word | undefined): string | undefined {
  const word = written(one);
  if (word === "te" || word === "os") return things.has(next?.folded ?? "") || (secondPerson.test(written(next)) && formalOf.has(written(next))) ? "se" : formalOf.get(word);
  if (beginsSentence(draft, one.start) && heads.has(one.folded) && (about.has(next?.folded ?? "") || /^[,.!]/.test(draft.slice(one.end)))) return heads.get(one.folded);
  const before = previous?.folded ?? "";
  const asNoun = nounLike.test(word) ? !beforeVerb.has(before) : beforeNoun.has(before) && inflects.has(word);
  return asNoun ? undefined : formalOf.get(word);
}

/** "Con usted" is one word to a friend. */
function toTu(draft: string, one: Word, previous: Word | undefined): ToneFinding {
  const before = previous?.folded ?? "";
  if (previous && before === "con") return { start: previous.start, end: one.end, kind: "wrong-register", alternative: inPlaceOf("contigo", draft, previous.start) };
  return { start: one.start, end: one.end, kind: "wrong-register", alternative: inPlaceOf(towards.has(before) ? "ti" : "tú", draft, one.start) };
}
