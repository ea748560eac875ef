import { commitsEn } from "./commitments-en.ts";
import { commitsEs } from "./commitments-es.ts";
import type { Language } from "./turn.ts";

const commits: Record<Language, (sentence: string) => boolean> = { es: commitsEs, en: commitsEn };

const sentence = /[^.!?\n]+[.!?]*/g;
/** Asked after a deed is told, it waits for a yes. */
const asksLeave = /^¿?\s*(?:lo (?:hago|confirm)|se l[oa] |confirm|sigo|procedo|quiere que|le parece|es correcto|shall i|should i|do (?:i|you (?:want|confirm))|would you like|is (?:this|that|it) (?:right|correct|ok))/i;
/** As many as are read at a glance, the newest. */
const shownAtMost = 3;
/** A promise is quoted, not told whole. */
const longestQuote = 160;
/** Nobody reads a sentence longer than this to find a promise in it. */
const longestRead = 400;

/** A sentence that somebody on the shop's side said, by whom, and the customer's turn it answered; null where none is known. */
export type Commitment = { who: "assistant" | "person"; text: string; turnId: string | null };

/**
 * What was promised so far, as said, oldest first, at most three: sentences that commit the shop to something still to be done for this customer. How things
 * usually go, what is offered, asked or denied, and what has been done are none. It reads how a sentence is built, and quotes it rather than vouch for it.
 */
export function commitmentsIn(lines: readonly { who: string; text: string; turnId?: string | null }[], language: Language): Commitment[] {
  let asked: string | null = null;
  const found = lines.flatMap(({ who, text, turnId = null }): Commitment[] => {
    if (who === "customer") asked = turnId;
    if (who !== "assistant" && who !== "person") return [];
    const answered = turnId ?? asked;
    return (text.match(sentence) ?? []).map((one) => one.trim()).filter((one, i, all) => !all.slice(i + 1).some((next) => asksLeave.test(next)) && !one.endsWith("?") && commits[language](one.slice(0, longestRead).replaceAll("’", "'"))).map((one) => ({ who, text: one.slice(0, longestQuote), turnId: answered }));
  });
  return found.slice(-shownAtMost);
}
