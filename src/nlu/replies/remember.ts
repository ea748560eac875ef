import { createHmac } from "node:crypto";
import type { Reaction } from "../../core/reactions/follow-reactions.ts";
import type { RememberedReply } from "../../core/reactions/remembered-reply.ts";
import type { ReplyCandidate } from "../../core/whisper.ts";
import { fold, wordsOf } from "../words.ts";
import { tokensOf } from "./dialogue.ts";
import { safeReply } from "./safe-reply.ts";
import { safeText, type OwnNames } from "./safe-text.ts";

/** Words that have a capital somewhere in the house's own texts: the shop's name and its products' are no customer's. */
export const ownNames = (texts: Iterable<string>): OwnNames =>
  new Set([...texts].flatMap((text) => wordsOf(text).filter(({ text: written }) => /^\p{Lu}/u.test(written)).map(({ folded }) => fold(folded))));

const wording = (text: string): string => tokensOf(text).join(" ");

export type Remembering = {
  /** What may be kept of a reaction. Nothing of it says who wrote or was written to: words are masked, author and customer are keys. */
  remember(reaction: Reaction, names: readonly string[]): RememberedReply;
  /** Masks the words of a conversation that goes on as those that are kept were masked, so that like meets like. */
  safe(text: string, at: number): string;
};

/** Letters of a key: 72 bits tell the people of any shop apart. */
const keyLength = 12;

/**
 * @param canned the house's replies: one sent as it is keeps its name
 * @param texts all other texts of the house, whose names are no customer's
 * @param secret keys of authors and customers are made with it: the same for the same person, and without it no way back
 */
export function createRemember(canned: readonly ReplyCandidate[], texts: Iterable<string>, secret: string): Remembering {
  const own = ownNames([...texts, ...canned.flatMap(({ text }) => [text.es, text.en])]);
  const keyOf = (kind: "author" | "customer", id: string): string => createHmac("sha256", secret).update(`${kind} ${id}`).digest("base64url").slice(0, keyLength);
  const named = new Map(canned.flatMap(({ id, text }) => [[wording(text.es), id], [wording(text.en), id]] as const));
  const remember: Remembering["remember"] = ({ replyId, at, by, author, text, customer, agentName, keys, language, emotion, before, after, intent, suggested, suggestion, context }, names) => {
    const others = names.filter((name) => name !== customer.name && name !== agentName);
    const known = by === "bot" ? `bot:${keys.join("+")}` : (named.get(wording(text)) ?? null);
    return {
      replyId, at, by, author: by === "bot" ? "assistant" : keyOf("author", author), customer: customer.id === "" ? null : keyOf("customer", customer.id), known, language, emotion, before, intent, suggested, suggestion,
      text: by === "bot" ? "" : safeReply(text, { customer: customer.name, agent: agentName, others }, own, at), after: after.map(({ valence }) => valence),
      // The context of the bot's replies is not looked up: nobody is offered them.
      context: by === "bot" ? [] : context.map((turn) => ({ speaker: turn.speaker, text: safeText(turn.text, names, own, at) })),
    };
  };
  return { remember, safe: (text, at) => safeText(text, [], own, at) };
}
