import { fold } from "./words.ts";

const patterns = [
  // "That is not what I asked."
  /\b(?:eso |esto |esa )?no (?:es|era|fue) lo que (?:(?:le |te |les |os )?(?:pregunt|ped|dij|quer|quier|necesit|busc)\w*|(?:le |te |les |os )?he (?:preguntado|pedido|dicho))/,
  /\b(?:no|nunca) (?:le|te|les|os) (?:pregunte|he preguntado|pedi|he pedido|dije) (?:eso|por eso|esto)\b/,
  /\b(?:that's|that is|thats|this is|it's|its) not what i (?:'m |am |was )?(?:ask|said|mean|want|need|look)\w*/,
  /\bnot (?:what i asked|my question|the question)\b/,
  /\bi (?:didn't|did not|wasn't|was not) ask(?:ing)? (?:for |about )?(?:that|this)\b/,
  // "That is no help."
  /\b(?:eso|esto|esa respuesta|tu respuesta|su respuesta) no (?:me |nos )?(?:sirve|ayuda|vale|resuelve|soluciona|aclara|responde|contesta|dice)\w*/,
  /\bno me (?:sirve|ayuda|vale|resuelve|soluciona|aclara|ha (?:servido|ayudado|resuelto)|has (?:ayudado|servido|resuelto)|esta(?:s)? ayudando) (?:de )?(?:nada|eso|esto|esa)\b/,
  /\bno (?:me )?(?:responde|respondes|contesta|contestas|has (?:respondido|contestado)|ha (?:respondido|contestado)|respondiste|contestaste|esta respondiendo|estas respondiendo)(?: a)? (?:mi|la) pregunta/,
  /\b(?:that|this|it) (?:doesn't|does not|didn't|did not|isn't|is not|wasn't) (?:(?:really )?help\w*|answer\w*|solve\w*|useful|any (?:help|use))/,
  /\b(?:doesn't|does not|didn't|did not|don't|haven't|hasn't|not) answer\w* (?:my|the) question/,
  /\b(?:no help|not helpful|not helping|unhelpful)\b/,
  /\bno (?:me |nos )?(?:has|ha|habeis|han) (?:respondido|contestado)(?: (?:nada|a eso|a lo que \w+))?(?:[.,!?]|$)/,
  /\byou (?:haven't|have not|didn't|did not|never) answer(?:ed)?(?: me| it| that)?(?:[.,!?]|$)/,
  // "That is wrong."
  /\b(?:respuesta (?:equivocada|incorrecta|erronea)|eso (?:es mentira|no es (?:verdad|cierto|correcto|asi)|esta mal))\b/,
  /\b(?:wrong answer|(?:that's|that is|thats) (?:wrong|not (?:right|true|correct)|incorrect|false))\b/,
  // "You do not understand."
  /\bno (?:me )?(?:esta(?:s|is)? )?(?:entiendes|entiende|entendeis|entendiste|has entendido|ha entendido|entendiendo|escuchas|escuchando|te enteras|se entera)\b/,
  /\byou(?:'re| are)? (?:(?:don't|do not|didn't|did not|just don't) (?:understand|get it|listen)|not (?:listening|understanding|getting it))/,
];

/** Every pattern holds one of these: one look instead of twenty. */
const may = /\bno\b|nunca|not|n't|never|unhelpful|wrong|incorrect|false|respuesta|mentira|esta mal/;

/** Longer texts tell a story in which such words are about something else; an answer is turned down in a line or two. */
const wordsAtMost = 40;

/** Whether a turn says that the answer before it was wrong or no help, in either language. Reads the words only: whether there was an answer, the caller knows. */
export function rejectsAnswer(text: string): boolean {
  const folded = fold(text);
  return may.test(folded) && folded.split(/\s+/, wordsAtMost + 1).length <= wordsAtMost && patterns.some((pattern) => pattern.test(folded));
}
