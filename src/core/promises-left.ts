import { commitmentsIn } from "./commitments.ts";
import type { StoredEvent } from "./events.ts";
import type { Language } from "./turn.ts";

/** What a person of the shop said they would do after the talk, as said, and when: epoch milliseconds. */
export type PromiseLeft = { text: string; at: number };

/** Who says when an order arrives tells what others do; a promise of one's own is kept or broken by the shop alone. */
const own: Record<Language, RegExp> = {
  es: /\b(?:me ocupo|me encargo|voy a|vamos a|lo har[eé]|(?:le|te|se l[oa]s?) (?:llam|escrib|avis|env[ií]|mand|devuelv|devolv|confirm|cambi|reserv|guard)|me comprometo|nos comprometemos|noticias (?:m[ií]as|nuestras)|(?:mi|nuestra) palabra|(?<!\p{L})\p{L}+(?:ré|remos)(?!\p{L}))/iu,
  en: /\b(?:i|we)(?:'ll| will| am going to|'m going to| are going to)\b|\b(?:i'm|i am|we're|we are) \w+ing\b|\bhear from (?:me|us)\b|\b(?:i|we) promise\b|\b(?:my|our) word\b|\bleave (?:it|that|this) with (?:me|us)\b/i,
};
/** What is done after one has stopped talking, whenever that is. */
const outlasting: Record<Language, RegExp> = {
  es: /\b(?:llam|escrib|avis|env[ií]|mand|devuelv|devolv|confirm|noticias|comprom)/i,
  en: /\b(?:call|ring|write|e-?mail|text|let you know|get back|come back to|confirm|send|sending|refund|refunding|hear from)\b/i,
};
/** Times that lie beyond the talk itself; "in a moment" and "as soon as I have it" often come within it. */
const later: Record<Language, RegExp> = {
  es: /(?<!\b(?:esta|la) )\bma[nñ]ana\b|\besta (?:tarde|noche)\b|\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|semana|mes|d[ií]as|horas)\b|\b\d{1,2}\/\d{1,2}\b|\bel d[ií]a \d/i,
  en: /\b(?:tomorrow|tonight|this (?:afternoon|evening)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|days|hours)\b|\b\d{1,2}\/\d{1,2}\b/i,
};

/** Six hours lie between two talks rather than within one: as long as what was felt in one is taken to last. Milliseconds. */
const anotherTalk = 6 * 3_600_000;

/**
 * What people promised in one conversation and nothing in it shows as done, oldest first. A promise is done where a person came back some hours later before
 * the customer had to, or the matter was closed as solved some hours later; one that names no later time also where it was closed as solved at once.
 * It finds promises by their words, as `commitmentsIn` does, and cannot know of a call.
 */
export function promisesLeft(events: readonly StoredEvent[]): PromiseLeft[] {
  let left: (PromiseLeft & { later: boolean })[] = [];
  let language: Language = "es";
  let customerAt = -Infinity;
  for (const event of events) {
    if (event.type === "TurnReceived") customerAt = event.at;
    else if (event.type === "TurnUnderstood") language = event.understanding.language;
    else if (event.type === "TicketClosed" && event.disposition === "solved") left = left.filter((one) => one.later && !isAnotherTalk(one.at, event.at));
    else if (event.type === "ReplyRecorded" && event.reply.author === "person") {
      left = left.filter(({ at }) => !isAnotherTalk(at, event.at) || isAnotherTalk(at, customerAt));
      const spoken = language;
      const said = commitmentsIn([{ who: "person", text: event.reply.text.replaceAll("’", "'") }], spoken).map(({ text }) => ({ text, at: event.at, later: later[spoken].test(text) }));
      left = [...left, ...said.filter((one) => own[spoken].test(one.text) && (one.later || outlasting[spoken].test(one.text)))];
    }
  }
  return left.map(({ text, at }) => ({ text, at }));
}

/** Whether what happened at a moment is of a later talk than a promise; both epoch milliseconds. */
export const isAnotherTalk = (promisedAt: number, at: number): boolean => at - promisedAt >= anotherTalk;
