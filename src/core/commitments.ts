import type { Language } from "./turn.ts";

/** What somebody said they would do or what would happen: the words of a sentence that commits the shop to something. */
const committing: Record<Language, RegExp> = {
  es: /\b(?:(?:le|te|se l[oa]s?) (?:llamo|llamar[eé]|llamamos|escribo|escribir[eé]|aviso|avisar[eé]|env[ií]o|enviar[eé]|enviamos|mando|mandar[eé]|devuelvo|devolver[eé]|devolvemos|confirmo|confirmar[eé]|cambio|reservo|guardo)|voy a|vamos a|me ocupo|me encargo|lo har[eé]|reembols\w+|llegar[aá]\b|recibir[aá]\b|(?:llega|sale|queda|entrega) (?:el|ma[nñ]ana|hoy|para)|(?:nueva fecha|entrega)[^.!?\n]{0,30}\b\d)/i,
  en: /\b(?:(?:i|we)(?:'ll| will| am going to|'m going to| are going to) (?!need|have to ask)\w+|will (?:arrive|be delivered|be with you|call|write|refund|send|get)|is (?:now )?(?:booked|moved|set) for|you(?:'ll| will) (?:get|receive|have)|refund\w*|leaves (?:on|tomorrow|today)|(?:arrives|delivery)[^.!?\n]{0,30}\b\d)/i,
};

const sentence = /[^.!?\n]+[.!?]*/g;
/** As many as are read at a glance, the newest. */
const shownAtMost = 3;
/** A promise is quoted, not told whole. */
const longestQuote = 160;

/** A sentence that somebody on the shop's side said, by whom. */
export type Commitment = { who: "assistant" | "person"; text: string };

/** What was promised so far, as said, oldest first, at most three. It finds commitments by their words, and quotes them rather than vouch for them. */
export function commitmentsIn(lines: readonly { who: string; text: string }[], language: Language): Commitment[] {
  const found = lines.flatMap(({ who, text }): Commitment[] => {
    if (who !== "assistant" && who !== "person") return [];
    return (text.match(sentence) ?? []).map((one) => one.trim()).filter((one) => committing[language].test(one) && !one.endsWith("?")).map((one) => ({ who, text: one.slice(0, longestQuote) }));
  });
  return found.slice(-shownAtMost);
}
