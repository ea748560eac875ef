import { lineKey } from "../core/line-order.ts";
import { canTake, chatWeight, fittingSeat, type Seat } from "../core/routing.ts";
import type { ConversationState } from "../core/state.ts";
import { lineName, type AgentIdentity, type Line } from "../core/ticket.ts";
import type { Done } from "./agent-work.ts";
import type { Conversations } from "./conversations.ts";
import type { AgentAccount, AgentDirectory, Clock, Desks, Log, OfferTakers, PresenceBoard, WaitingLine } from "./ports.ts";
import type { OpenTicket, TicketBoard } from "./ticket-board.ts";

export type OffersParts = {
  conversations: Conversations; board: TicketBoard; line: WaitingLine; presence: PresenceBoard; desks: Desks; takers: OfferTakers; agents: AgentDirectory; clock: Clock; log: Log;
  /** How long an agent may look at an offer, in milliseconds. */
  lasts: number;
};

/** Chats offered one by one to agents who want that; everybody else takes them from the line. */
export type Offers = {
  /** Offers what waits to whoever fits, as far as both reach. Failures are logged: whoever is not offered still waits in line. */
  look(): Promise<void>;
  /** An errand came back: offered first to who gave it, whether they take offers or not. */
  lookFor(conversationId: string, state: ConversationState): Promise<void>;
  decline(conversationId: string, ticketId: string, agent: AgentIdentity): Promise<Done>;
  /** Ends an offer that ran out, or that its agent cannot see any more; answers when to look again, epoch ms, or null when there is no offer. */
  check(conversationId: string): Promise<number | null>;
  /** Looks at once at what is offered to an agent who says that they go. */
  left(agentId: string): Promise<void>;
};

/** First tickets of each line that are looked at: beyond them nobody is free anyway. */
const looksAt = 20;
/** Between two looks at whether the agent still sees the offer. Milliseconds. */
export const offerSeenEvery = 2_000;
/** An agent stays reserved until the end of their offer is recorded; should nobody do so, they are free again after this. Milliseconds. */
const reservedPast = 15_000;

export function createOffers({ conversations, board, line, presence, desks, takers, agents, clock, log, lasts }: OffersParts): Offers {
  /** Agents who could answer an offer now: available, with a desk open. */
  const seats = async (accounts: AgentAccount[]): Promise<Seat[]> => {
    const ids = accounts.map(({ id }) => id);
    const [states, open] = await Promise.all([presence.of(ids), desks.areOpen(ids)]);
    return accounts
      .filter((_, index) => states[index] === "available" && open[index] === true)
      .map(({ id, languages, agentSkills, capacity }) => {
        const chats = board.heldBy(id).filter(({ ticket }) => ticket.heldUntil === null);
        const load = chats.reduce((sum, { ticket, state }) => sum + chatWeight(ticket.reason, state.emotion), 0);
        return { agentId: id, languages, agentSkills, capacity, chats: chats.length, load, lastTook: board.lastTook(id) };
      });
  };

  const isThere = async (agentId: string): Promise<boolean> => {
    const [[state], [open]] = await Promise.all([presence.of([agentId]), desks.areOpen([agentId])]);
    return state === "available" && open === true;
  };

  /** True when the ticket is offered to this agent now. */
  const offer = async (conversationId: string, agentId: string): Promise<boolean> => {
    const account = agents.byId(agentId);
    const waiting = board.of(conversationId)?.ticket;
    if (!account || waiting?.status !== "waiting" || !(await takers.reserve(agentId, waiting.ticketId, lasts + reservedPast))) return false;
    // They may have gone while others were asked.
    if (!(await isThere(agentId))) {
      await takers.release(agentId);
      return false;
    }
    const agent = { id: account.id, name: account.name };
    const offered = await conversations.change(conversationId, ({ ticket }) => {
      const fits = ticket?.status === "waiting" && ticket.ticketId === waiting.ticketId && !ticket.passedBy.includes(agentId) && canTake(account, ticket.line);
      return { events: fits ? [{ type: "TicketOffered", ticketId: ticket.ticketId, agent, until: clock.now() + lasts }] : [], result: fits };
    });
    if (!offered) await takers.release(agentId);
    return offered;
  };

  const waitingOf = async (lines: Line[]): Promise<OpenTicket[]> => {
    const heads = (await Promise.all(lines.map((one) => line.firsts(one, looksAt)))).flat();
    return heads
      .map(({ conversationId }) => board.of(conversationId))
      .filter((entry) => entry?.ticket.status === "waiting")
      .filter((entry) => entry !== null)
      .sort((a, b) => lineKey(a.ticket) - lineKey(b.ticket));
  };

  const offerAll = async (): Promise<void> => {
    const ids = await takers.all();
    if (ids.length === 0) return;
    let free = await seats(ids.map((id) => agents.byId(id)).filter((account) => account !== null));
    const lines = new Map(free.flatMap(({ languages, agentSkills }) => languages.flatMap((language) => agentSkills.map((agentSkill): [string, Line] => [lineName({ language, agentSkill }), { language, agentSkill }]))));
    if (lines.size === 0) return;
    for (const { conversationId, ticket, state } of await waitingOf([...lines.values()])) {
      for (let seat = fittingSeat(ticket, (state.backTo ?? state.lastAgent)?.id ?? null, free); seat; seat = fittingSeat(ticket, null, free)) {
        const { agentId } = seat;
        // Whether they take it or were looking at another: for this round they are out.
        free = free.filter((one) => one.agentId !== agentId);
        if (await offer(conversationId, agentId)) break;
      }
      if (free.length === 0) return;
    }
  };

  let looking = false;
  let again = false;
  /** One look at a time. An offer leads back here: whoever looks already looks once more, and is not waited for. */
  const look = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      await offerAll().catch((error: unknown) => log.error({ err: error }, "nothing could be offered; the next look tries again"));
    }
    looking = false;
  };

  const check = async (conversationId: string): Promise<number | null> => {
    const { ticket } = (await conversations.load(conversationId)).state;
    if (ticket?.status !== "offered" || !ticket.offer) return null;
    const { agent, until } = ticket.offer;
    const there = await isThere(agent.id);
    const over = clock.now() >= until;
    if (!over && there) return Math.min(until, clock.now() + offerSeenEvery);
    // Who looks on while an offer runs out is not there, whatever their desk says; said before the ticket is free, or it would be offered them again, or another.
    if (over && there) await presence.set(agent.id, "away");
    const taken = await conversations.change(conversationId, ({ ticket: now }) => {
      const still = now?.status === "offered" && now.offer?.agent.id === agent.id && now.offer.until === until;
      return { events: still ? [{ type: "OfferExpired", ticketId: now.ticketId, agent }] : [], result: now?.agent?.id === agent.id };
    });
    // They took it in this very moment.
    if (taken && over && there) await presence.set(agent.id, "available");
    return null;
  };

  return {
    look,
    async lookFor(conversationId, { backTo }) {
      const account = backTo ? agents.byId(backTo.id) : null;
      const [seat] = account ? await seats([account]) : [];
      if (seat) await offer(conversationId, seat.agentId);
    },
    decline: (conversationId, ticketId, agent) =>
      conversations.change<Done>(conversationId, ({ ticket }) => {
        const mine = ticket?.ticketId === ticketId && ticket.status === "offered" && ticket.offer?.agent.id === agent.id;
        return mine ? { events: [{ type: "OfferDeclined", ticketId, agent }], result: { ok: true } } : { events: [], result: { ok: false, why: "not-offered" } };
      }),
    check,
    async left(agentId) {
      const offered = board.open().filter(({ ticket }) => ticket.offer?.agent.id === agentId);
      await Promise.all(offered.map(({ conversationId }) => check(conversationId)));
    },
  };
}
