import type { Assent } from "../core/understanding.ts";
import { wordSet } from "./words.ts";
import type { Word } from "./words.ts";

const yesWords = wordSet(`
  si sip sii siii claro vale correcto exacto confirmo confirmado acepto afirmativo dale venga hecho adelante ok okay oki okey perfecto
  obvio efectivamente procede hagalo hazlo cambielo cambialo bueno andale simon sale listo
  yes yep yeah yup yess sure correct confirm confirmed right absolutely definitely alright go agreed exactly indeed fine great ya y`);
const noWords = wordSet("no nop nope nah nunca negativo tampoco never negative noo nooo n incorrecto incorrect wrong");
const filler = wordSet(`
  por favor gracias de acuerdo eso es asi todo muy bien que supuesto lo hazlo hagalo cambielo esta cuando quiera puede usted perfecto vale
  please thanks thank you do it that's that is all very well of course go ahead the i with me works for ok good sounds great
  asi mismo ese dia esta bien me parece viene bien mejor seguro no si yes confirmo confirm`);
const yesPhrases = ["por supuesto", "de acuerdo", "desde luego", "esta bien", "me parece bien", "me viene bien", "eso es", "asi es", "como no", "go ahead", "of course", "please do", "do it", "sounds good", "that's right", "that's fine", "works for me", "go for it", "i do", "ya esta bien"];
const noPhrases = ["para nada", "de ninguna manera", "ni hablar", "mejor no", "todavia no", "asi no", "claro que no", "por supuesto que no", "not really", "no way", "not yet", "rather not", "don't", "dont do it", "of course not", "i don't", "that's wrong", "no es correcto", "no esta bien"];

/** Longer lines are answers to something else ("sí, pero antes dígame..."), whatever they start with. */
const shortAnswer = 8;

/** Whether a short answer says yes, no or neither, in either language. */
export function readAssent(words: Word[]): Assent {
  if (words.length === 0 || words.length > shortAnswer) return null;
  const line = words.map(({ folded }) => folded).join(" ");
  if (noPhrases.some((phrase) => startsWith(line, phrase))) return "no";
  const first = words[0]?.folded ?? "";
  if (noWords.has(first)) return saysNo(words) ? "no" : null;
  if (yesPhrases.some((phrase) => startsWith(line, phrase))) return "yes";
  if (!yesWords.has(first)) return null;
  const others = words.slice(1).filter(({ folded }) => !filler.has(folded) && !yesWords.has(folded));
  // "sí, confirmo el cambio" is a yes; "vale pero el domingo no" is not a plain one.
  const turns = words.some(({ folded }) => folded === "pero" || folded === "but" || folded === "aunque");
  return turns || others.length > 3 ? null : "yes";
}

const refusal = wordSet("gracias thanks thank you quiero lo eso es esta asi no nada todavia me ese esa ahora mejor hagas haga toques toque i want it that's not now the do el la dia eso ninguno");

/** "no", "no, el jueves", "no quiero eso" refuse; "no funciona" and "no estoy contento" say something else. */
function saysNo(words: Word[]): boolean {
  const [first, second] = words;
  if (first === undefined || second === undefined) return true;
  // More than a blank between the first two words is a comma or a full stop.
  if (second.start - first.end > 1) return true;
  return words.slice(1).every(({ folded }) => refusal.has(folded) || filler.has(folded));
}

const startsWith = (line: string, phrase: string): boolean => line === phrase || line.startsWith(`${phrase} `);
