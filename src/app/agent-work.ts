import type { ErrandJob, Event, ReturnReason } from "../core/events.ts";
import { voice } from "../core/ownership.ts";
import type { ConversationState } from "../core/state.ts";
import type { AgentIdentity, Disposition, Ticket } from "../core/ticket.ts";
import type { Emotion } from "../core/understanding.ts";
import type { Language } from "../core/turn.ts";
import { NotFoundError } from "../core/errors.ts";
import type { Change, Conversations } from "./conversations.ts";
import { afterPersonsPart, type PartEnding } from "./persons-part.ts";
import type { Ids } from "./ports.ts";
import type { ReplyMaker } from "./reply.ts";

export type Refused = { ok: false; why: "already-accepted" | "offered"; by: AgentIdentity } | { ok: false; why: "not-owner" | "not-waiting" | "not-offered" };
export type Done<T = object> = ({ ok: true } & T) | Refused;

export type AgentWorkParts = {
  conversations: Conversations; replies: ReplyMaker; ids: Ids;
  /** The assistant's own job that an agent's errand asks for, or null. */
  errandJob(text: string, language: Language): ErrandJob | null;
};

/** What a person does with a ticket that is theirs. Each appends at the version read, so of two at once exactly one wins. */
export type AgentWork = {
  accept(conversationId: string, ticketId: string, agent: AgentIdentity): Promise<Done>;
  say(conversationId: string, ticketId: string, agent: AgentIdentity, text: string, clientId: string): Promise<Done<{ turnId: string; repeated: boolean }>>;
  close(conversationId: string, ticketId: string, agent: AgentIdentity, disposition: Disposition): Promise<Done>;
  /** Gives the conversation back to the assistant. With an errand, the next handoff goes to the same agent first. */
  handBack(conversationId: string, ticketId: string, agent: AgentIdentity, errand: string | null, why?: ReturnReason): Promise<Done>;
  transfer(conversationId: string, ticketId: string, agent: AgentIdentity, to: { agent: AgentIdentity | null; line: Ticket["line"] }, comment: string): Promise<Done>;
  /** A private note of the owner, or, from a supervisor, a word in the owner's ear. */
  note(conversationId: string, ticketId: string, agent: AgentIdentity, text: string, asSupervisor?: boolean): Promise<Done>;
  /** Nobody takes it where it was handed: the customer, who waits, is asked for a message instead of being left in silence. */
  unanswered(conversationId: string, ticketId: string): Promise<Done>;
  /** A supervisor takes a conversation from the person who has it, in one act; the customer is told who is there now. */
  takeOver(conversationId: string, ticketId: string, supervisor: AgentIdentity): Promise<Done>;
  answerSuggestion(conversationId: string, ticketId: string, agent: AgentIdentity, suggestionId: string, response: "sent" | "edited" | "dismissed"): Promise<Done>;
  /** Throws NotFoundError when the conversation has no such turn. */
  correct(conversationId: string, agent: AgentIdentity, turnId: string, emotion: Emotion | null, intent: string | null): Promise<void>;
};

export function createAgentWork({ conversations, replies, ids, errandJob }: AgentWorkParts): AgentWork {
  /** Runs what only the owner may do. */
  const asOwner = <T extends object>(
    conversationId: string, ticketId: string, agent: AgentIdentity, act: (state: ConversationState, ticket: Ticket) => Change<{ ok: true } & T>,
  ): Promise<Done<T>> =>
    conversations.change<Done<T>>(conversationId, (state) => {
      const { ticket } = state;
      const owns = ticket?.ticketId === ticketId && ticket.status === "accepted" && ticket.agent?.id === agent.id;
      return owns ? act(state, ticket) : { events: [], result: { ok: false, why: "not-owner" } };
    });

  const over = (state: ConversationState, ending: PartEnding): Change<{ ok: true }> => ({ events: [ending, ...afterPersonsPart(replies, state, ending)], result: { ok: true } });

  return {
    accept: (conversationId, ticketId, agent) =>
      conversations.change<Done>(conversationId, ({ ticket, language }) => {
        const refused = (why: Refused): Change<Done> => ({ events: [], result: why });
        if (ticket?.ticketId !== ticketId) return refused({ ok: false, why: "not-waiting" });
        if (ticket.agent?.id === agent.id && ticket.status === "accepted") return { events: [], result: { ok: true } };
        if (ticket.agent) return refused({ ok: false, why: "already-accepted", by: ticket.agent });
        if (ticket.offer && ticket.offer.agent.id !== agent.id) return refused({ ok: false, why: "offered", by: ticket.offer.agent });
        const told = replies.notice("joined", { kind: "joined", values: { agent: agent.name } }, language ?? ticket.line.language);
        return { events: [{ type: "TicketAccepted", ticketId, agent }, { type: "ReplyRecorded", reply: { ...told, agent } }], result: { ok: true } };
      }),
    say: (conversationId, ticketId, agent, text, clientId) =>
      asOwner<{ turnId: string; repeated: boolean }>(conversationId, ticketId, agent, ({ sent }) => {
        const earlier = sent.find((message) => message.clientId === clientId);
        if (earlier) return { events: [], result: { ok: true, turnId: earlier.replyId, repeated: true } };
        const reply = replies.fromPerson(agent, text, clientId);
        return { events: [{ type: "ReplyRecorded", reply }], result: { ok: true, turnId: reply.replyId, repeated: false } };
      }),
    close: (conversationId, ticketId, agent, disposition) =>
      asOwner(conversationId, ticketId, agent, (state) => over(state, { type: "TicketClosed", ticketId, by: agent, disposition })),
    handBack: (conversationId, ticketId, agent, errand, why = errand === null ? "solved" : "errand") =>
      asOwner(conversationId, ticketId, agent, (state) => {
        const job = errand === null ? null : errandJob(errand, state.language ?? "es");
        return over(state, { type: "TicketReturned", ticketId, by: agent, why, errand, ...(job ? { job } : {}) });
      }),
    transfer: (conversationId, ticketId, agent, to, comment) =>
      asOwner(conversationId, ticketId, agent, (state, ticket) => {
        const moved: Event = { type: "TicketTransferred", ticketId, by: agent, line: to.line, to: to.agent, comment };
        const language = state.language ?? ticket.line.language;
        // Passed on is never silence: the customer hears who is there now, or that they wait for the next person.
        const told = to.agent
          ? replies.notice("joined", { kind: "joined", values: { agent: to.agent.name } }, language)
          : replies.notice("transferred", { kind: "handoff", values: { rule: "transferred", agent: agent.name } }, language);
        return { events: [moved, { type: "ReplyRecorded", reply: { ...told, agent: to.agent } }], result: { ok: true } };
      }),
    note: (conversationId, ticketId, agent, text, asSupervisor = false) =>
      conversations.change<Done>(conversationId, ({ ticket }) => {
        const owns = ticket?.status === "accepted" && ticket.agent?.id === agent.id;
        if (ticket?.ticketId !== ticketId || !(owns || asSupervisor)) return { events: [], result: { ok: false, why: "not-owner" } };
        return { events: [{ type: "NoteAdded", noteId: ids.next("n"), agent, text }], result: { ok: true } };
      }),
    unanswered: (conversationId, ticketId) =>
      conversations.change<Done>(conversationId, ({ ticket, language }) => {
        if (ticket?.ticketId !== ticketId || voice(ticket) !== "line") return { events: [], result: { ok: false, why: "not-waiting" } };
        const reply = replies.notice("hub.failed", { kind: "queue", values: { phase: "message-asked" } }, language ?? ticket.line.language);
        return { events: [{ type: "MessageLeft", ticketId }, { type: "ReplyRecorded", reply }], result: { ok: true } };
      }),
    takeOver: (conversationId, ticketId, supervisor) =>
      conversations.change<Done>(conversationId, ({ ticket, language }) => {
        if (ticket?.ticketId !== ticketId || ticket.status !== "accepted" || !ticket.agent) return { events: [], result: { ok: false, why: "not-waiting" } };
        if (ticket.agent.id === supervisor.id) return { events: [], result: { ok: true } };
        const joined = replies.notice("taken-over", { kind: "joined", values: { agent: supervisor.name, from: ticket.agent.name } }, language ?? ticket.line.language);
        return {
          events: [{ type: "TicketTakenOver", ticketId, by: supervisor, from: ticket.agent }, { type: "ReplyRecorded", reply: { ...joined, agent: supervisor } }],
          result: { ok: true },
        };
      }),
    answerSuggestion: (conversationId, ticketId, agent, suggestionId, response) =>
      asOwner(conversationId, ticketId, agent, () => ({
        events: [{ type: "SuggestionAnswered", ticketId, suggestionId, agent, response }], result: { ok: true },
      })),
    correct: (conversationId, agent, turnId, emotion, intent) =>
      conversations.change(conversationId, ({ turns }) => {
        if (!turns.some((turn) => turn.turnId === turnId)) throw new NotFoundError("turn.not-found", { turnId });
        return { events: [{ type: "ReadingCorrected", turnId, agent, emotion, intent }], result: undefined };
      }),
  };
}
