import { safeText, type Named, type OwnNames } from "./safe-text.ts";

/** The people in a conversation by their names, where those are known. */
export type People = { customer: string | null; agent: string | null; others: readonly string[] };

/** Who says these is naming themselves. */
const introduces = String.raw`(?<![\p{L}])(?:soy|me llamo|mi nombre es|al habla|le (?:habla|atiende|saluda|escribe)|i['’]?m|i am|my name is|my name['’]s|you(?: are|['’]re) (?:speaking|talking|chatting) (?:to|with)|un saludo|saludos(?: cordiales)?|atentamente|cordialmente|(?:kind |best |warm )?regards|sincerely|yours)[ \t]{0,3}[,.:\n]?[ \t\n]{0,3}[-–—]?[ \t]?`;
const ownIntroduction = new RegExp(String.raw`(${introduces})\[(?:name|customer|agent)\](?!['’]s)`, "giu");
/** "This is" names whoever speaks where nothing but a pause or a place follows: "this is Marta's order" speaks of somebody else. */
const thisIs = /((?<![\p{L}])this is[ \t]{1,3})\[(?:name|customer|agent)\](?=\s*(?:[,.;:!\n]|$|(?:from|and|at|here|speaking)\b))/giu;
/** A name that begins a sentence is known as one only by what follows. */
const beginning = /(?<=^|[.!?\n]\s{0,3})\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,3}(?=,? (?:al habla|al aparato|speaking|here from)\b)/gu;
/** "Marta al habla", "Marta here", and a name alone in the last line. */
const ownBehind = /\[(?:name|customer|agent)\](?=,? (?:al habla|al aparato|le (?:atiende|saluda|escribe|habla)|por aqu[ií]|here\b|speaking\b))/giu;
const signed = /(\n\s*[-–—]?\s*)\[(?:name|customer|agent)\](?=[\s.!]*$)/u;
/** Who is greeted is whom one writes to, even where a colleague has the same name: nobody greets themselves. After thanks it may as well be a signature. */
const greeted = /(?<![\p{L}])(hola|buenas|buenos d[ií]as|buenas tardes|buenas noches|estimad[oa]|querid[oa]|hi|hello|hey|dear|good (?:morning|afternoon|evening))([,\s]{1,3})\[(?:name|agent)\]/giu;
/** A title agrees with whom it was written to; it and another's name do not go together. */
const titled = /(?<![\p{L}])(se[ñn]or|se[ñn]ora|se[ñn]orita|sr|sra|srta|do[nñ]a|don|d[aª]|mr|mrs|ms|miss|madam|sir)(\.?\s{1,3})\[(?:customer|agent)\]/giu;

/**
 * A reply as `safeText` has it, with three kinds of names apart: "[customer]" is whom it was written to, "[agent]" is who wrote it, "[name]" anybody else. Only the
 * first two may ever be filled from another conversation's data.
 *
 * @param at epoch milliseconds, when it was written
 */
export function safeReply(text: string, { customer, agent, others }: People, own: OwnNames, at: number): string {
  const named: (string | Named)[] = [...others];
  if (customer !== null) named.unshift({ name: customer, as: "customer" });
  if (agent !== null) named.unshift({ name: agent, as: "agent" });
  return safeText(text.replaceAll(beginning, "[agent]"), named, own, at)
    .replaceAll(greeted, "$1$2[customer]")
    .replaceAll(ownIntroduction, "$1[agent]")
    .replaceAll(thisIs, "$1[agent]")
    .replaceAll(ownBehind, "[agent]")
    .replace(signed, "$1[agent]")
    .replaceAll(titled, "$1$2[name]");
}
