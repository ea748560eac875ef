import { nextUpdate, promiseBroken, type LineTimes } from "../core/due.ts";
import { voice } from "../core/ownership.ts";
import { wasVeryHard } from "../core/routing.ts";
import type { ConversationState } from "../core/state.ts";
import type { Ticket } from "../core/ticket.ts";
import type { AgentLease } from "./agent-lease.ts";
import type { Applied, Conversations } from "./conversations.ts";
import type { Hold } from "./hold.ts";
import { offerSeenEvery, type Offers } from "./offers.ts";
import type { Clock, DeskSignals, Log, OfferTakers, Timers, WaitingLine } from "./ports.ts";
import type { TellPlace } from "./tell-place.ts";

export type TicketLineParts = {
  conversations: Conversations; line: WaitingLine; timers: Timers; place: TellPlace; lease: AgentLease; offers: Offers; hold: Hold; takers: OfferTakers;
  deskSignals: DeskSignals; clock: Clock; log: Log; times: LineTimes;
};

export type TicketLine = {
  /** Brings the line, the timers and what the customer was told in step with the log. Safe to repeat. */
  settle(conversationId: string, state: ConversationState): Promise<void>;
  /** What follows from an append: only the conversations whose ticket changed are settled. Failures are logged; reconcile settles again. */
  follow(applied: Applied): Promise<void>;
  /** A timer fired: does what is due and says when to look again, or null when that phase is over. */
  due(conversationId: string, phase: string): Promise<number | null>;
};

/** A phase of a ticket's life, for timers: it is over when the status or the queueing changed. */
const phaseOf = (ticket: Ticket): string => `${ticket.ticketId}-${ticket.n}-${ticket.status}`;

/** Long enough to breathe and drink something, short enough for a colleague to carry the line meanwhile. */
const pauseMinutes = 5;

export function createTicketLine({ conversations, line, timers, place, lease, offers, hold, takers, deskSignals, clock, log, times }: TicketLineParts): TicketLine {
  const firstLook = (ticket: Ticket): number => {
    if (ticket.status === "waiting") return nextUpdate(ticket, clock.now(), times);
    if (ticket.offer) return Math.min(ticket.offer.until, clock.now() + offerSeenEvery);
    const firstWordDue = ticket.status === "accepted" && ticket.repliedAt === null ? ticket.since + times.nudgeAfter : Infinity;
    return Math.min(ticket.heldUntil ?? Infinity, firstWordDue, clock.now() + times.look);
  };

  const settle = async (conversationId: string, state: ConversationState): Promise<void> => {
    const { ticket } = state;
    if (!ticket || voice(ticket) === "bot") return;
    if (ticket.status === "waiting") await line.join(conversationId, ticket);
    await timers.arm(conversationId, phaseOf(ticket), firstLook(ticket));
    if (ticket.status === "waiting" && ticket.toldPlace === null) await place.tell(conversationId);
  };

  /** Somebody may be free for what waits, or something new waits for who is free. */
  const offer = async (conversationId: string, before: Ticket | null, after: ConversationState): Promise<void> => {
    const { ticket } = after;
    if (before?.status === "offered" && before.offer && ticket?.offer?.agent.id !== before.offer.agent.id) await takers.release(before.offer.agent.id);
    if (ticket?.status === "waiting" && before?.ticketId !== ticket.ticketId) await offers.lookFor(conversationId, after);
    await offers.look();
  };

  return {
    settle,
    async follow({ conversationId, before, after, events }) {
      try {
        const left = before.ticket;
        if (left?.heldUntil && events.some(({ type }) => type === "TurnReceived")) await hold.customerWrote(conversationId);
        if (!events.some((event) => "ticketId" in event)) return;
        const stillSameJob = left !== null && after.ticket?.status === "waiting" && after.ticket.ticketId === left.ticketId && after.ticket.n === left.n;
        if (left?.status === "waiting" && !stillSameJob) await line.leave(left);
        const accepted = events.find((event) => event.type === "TicketAccepted");
        if (accepted && left && voice(left) === "line") await line.noteWait(left.line, accepted.at - left.waitingFrom);
        if (events.some(({ type }) => type === "PlaceAsked")) await place.tell(conversationId);
        const ended = events.find((event) => event.type === "TicketClosed" || event.type === "TicketReturned");
        if (ended && left && wasVeryHard(left, before.readings)) deskSignals.publish({ kind: "pause", agentId: ended.by.id, minutes: pauseMinutes });
        const moved = !left || !after.ticket || phaseOf(left) !== phaseOf(after.ticket) || left.agent?.id !== after.ticket.agent?.id || left.heldUntil !== after.ticket.heldUntil;
        if (!moved) return;
        await settle(conversationId, after);
        await offer(conversationId, left, after);
      } catch (error) {
        log.error({ conversationId, err: error }, "line not in step with the log; reconcile will settle it");
      }
    },
    async due(conversationId, phase) {
      const { ticket } = (await conversations.load(conversationId)).state;
      if (!ticket || phaseOf(ticket) !== phase) return null;
      let next: number | null = null;
      if (ticket.status === "accepted") next = await lease.check(conversationId);
      if (ticket.status === "offered") next = await offers.check(conversationId);
      if (ticket.status === "waiting") {
        await lookAtWaiting(conversationId, ticket);
        await offers.look();
      }
      const now = (await conversations.load(conversationId)).state.ticket;
      if (!now || phaseOf(now) !== phase) return null;
      return next ?? firstLook(now);
    },
  };

  /** Tells what has changed for a customer who waits, and puts back a place that was lost on the way. */
  async function lookAtWaiting(conversationId: string, ticket: Ticket): Promise<void> {
    const now = await line.place(ticket);
    if (now === null) return line.join(conversationId, ticket);
    if (promiseBroken(ticket, clock.now())) return place.tell(conversationId, "longer");
    if (now !== ticket.toldPlace || (!ticket.safety && (await place.closedUntil(ticket)) !== null)) await place.tell(conversationId);
  }
}
