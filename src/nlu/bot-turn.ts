import { fold } from "./words.ts";

/** What an automatic assistant's turn did: it answered, asked what was meant or said the same again, or could not do what was asked. */
export type BotTurn = "answered" | "clarified" | "failed";

const notUnderstood = /\bno (?:le |te |lo |la |os |les )?(?:he )?(?:entendi|entiendo|comprendi|comprendo|entendido|comprendido)|\b(?:puede|puedes|podria|podrias|podes|podes) (?:repetir|reformular|explicar|decir)\w* (?:lo |la |me )?(?:de otra|otra vez|con otras|su|tu|mejor)|\bno (?:estoy segur[oa]|me queda claro|reconozco|se a que)|\b(?:didn't|did not|don't|do not|couldn't|could not) (?:quite )?(?:understand|get that|catch that|follow)|\bnot sure (?:i|what you)|\b(?:rephrase|reword|say that (?:again|differently)|try again|in other words)\b|\b(?:que|cual) (?:quiere|quieres|queres) (?:decir|hacer)\b|\bwhich of these\b|\bwhat do you mean\b|\belija una (?:de las )?opcion|\bchoose (?:one of|an option)|\bvolvamos a empezar|\bstart (?:over|again)\b|\b(?:no|not a) valid|\bno es una opcion/;
const notDone = /\bno (?:puedo|podemos|es posible|ha sido posible|fue posible|encuentro|encontre|encontramos|consta|existe|dispongo|tengo (?:informacion|acceso|datos)|hay (?:informacion|datos|resultados))|\b(?:can't|cannot|can not|could not|couldn't|unable to|not able to|isn't possible|not possible|no (?:results|record|records|information)|don't have (?:access|information)|not (?:found|available))\b|\b(?:ha ocurrido|hubo|hay) un (?:error|problema|fallo)|\b(?:an error|something went wrong|technical (?:problem|issue|error))\b|\bintentelo (?:de nuevo|mas tarde)|\btry (?:again )?later\b/;

/** Longest of a turn that is read: an assistant says early what it could not do. */
const read = 400;

/**
 * Reads what an assistant's turn did, for conversations whose assistant is not ours: our own records its decisions.
 *
 * @param earlier the assistant's turns before this one
 */
export function readBotTurn(text: string, earlier: readonly string[]): BotTurn {
  const folded = fold(text).slice(0, read);
  if (notUnderstood.test(folded)) return "clarified";
  if (notDone.test(folded)) return "failed";
  return earlier.slice(-3).some((one) => fold(one).slice(0, read) === folded) ? "clarified" : "answered";
}
