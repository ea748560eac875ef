import type { Event } from "../core/events.ts";
import type { ConversationState } from "../core/state.ts";
import type { ReplyMaker } from "./reply.ts";

/** An event that ends a person's part of a conversation. */
export type PartEnding = Extract<Event, { type: "TicketClosed" | "TicketReturned" }>;

/** What the customer is told by it: with an errand, that the same person comes back first; after a long silence of theirs, why it ended. */
function returnedKey(ending: PartEnding): string {
  if (ending.type === "TicketClosed") return "returned";
  if (ending.why === "timeout") return "returned.timeout";
  return ending.errand === null ? "returned" : "returned.errand";
}

/**
 * What the customer hears when a person's part is over: who goes on, the errand if the assistant can serve it, and, once per conversation, how it was.
 *
 * @param errandIntent the assistant's own job that the errand asks for; it is offered as that, for the words it was given in are between colleagues
 */
export function afterPersonsPart(replies: ReplyMaker, state: ConversationState, ending: PartEnding, errandIntent: string | null): Event[] {
  const language = state.language ?? state.ticket?.line.language ?? "es";
  const values = { agent: ending.by.name };
  return [
    { type: "ReplyRecorded", reply: replies.notice(returnedKey(ending), { kind: "returned", values }, language) },
    ...(errandIntent === null ? [] : [{ type: "ReplyRecorded" as const, reply: replies.fromAssistant([{ key: "errand.offer", values }], language, { quickReplies: [`${errandIntent}.title`] }) }]),
    ...(state.csat.human === "not-asked" ? [{ type: "ReplyRecorded" as const, reply: replies.notice("csat.human", { kind: "csat", values: { ...values, phase: "human" } }, language) }] : []),
  ];
}
