import type { Event } from "../core/events.ts";
import type { ConversationState } from "../core/state.ts";
import type { Language } from "../core/turn.ts";
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
 * What the customer hears when a person's part is over: who goes on, the errand, and, once per conversation, how it was.
 *
 * An errand that is one of the assistant's own jobs is offered as that; of any other it is said that the person has it noted. The words it was given in are between colleagues.
 */
export function afterPersonsPart(replies: ReplyMaker, state: ConversationState, ending: PartEnding): Event[] {
  const language = state.language ?? state.ticket?.line.language ?? "es";
  const values = { agent: ending.by.name };
  return [
    { type: "ReplyRecorded", reply: replies.notice(returnedKey(ending), { kind: "returned", values }, language) },
    ...(ending.type === "TicketReturned" && ending.errand !== null ? [errandTold(replies, ending, language)] : []),
    ...(state.csat.human === "not-asked" ? [{ type: "ReplyRecorded" as const, reply: replies.notice("csat.human", { kind: "csat", values: { ...values, phase: "human" } }, language) }] : []),
  ];
}

function errandTold(replies: ReplyMaker, { by, job }: Extract<PartEnding, { type: "TicketReturned" }>, language: Language): Event {
  const [key, label] = job ? ["errand.offer", `${job.intent}.title`] : ["errand.noted", "control.ask-for-person"];
  return { type: "ReplyRecorded", reply: replies.fromAssistant([{ key, values: { agent: by.name } }], language, { quickReplies: [label] }) };
}
