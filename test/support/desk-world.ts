import { createMemorySignals } from "../../src/adapters/memory/memory-signals.ts";
import { createAgentLease } from "../../src/app/agent-lease.ts";
import { createHold, type Hold } from "../../src/app/hold.ts";
import { createOffers, type Offers } from "../../src/app/offers.ts";
import type { AgentAccount, Desks, DeskSignal, OfferTakers, Presence, PresenceBoard, Signal, Timers, WaitingLine } from "../../src/app/ports.ts";
import { createTellPlace } from "../../src/app/tell-place.ts";
import { createTicketBoard, type TicketBoard } from "../../src/app/ticket-board.ts";
import { createTicketLine } from "../../src/app/ticket-line.ts";
import { lineKey } from "../../src/core/line-order.ts";
import type { OpeningHours } from "../../src/core/opening-hours.ts";
import { lineName, type Ticket } from "../../src/core/ticket.ts";
import { startTalk, website, type Talk } from "./assistant.ts";
import { aTurn, noon } from "./given.ts";

export const minute = 60_000;

export type DeskWorld = Talk & {
  board: TicketBoard; offers: Offers; hold: Hold; line: WaitingLine;
  desk: { presence: Map<string, Presence>; open: Set<string>; takers: Set<string> };
  private: DeskSignal[];
  /** A customer says something in a conversation of their own, now. */
  customer(conversationId: string, text: string, control?: "keep-waiting" | "leave-message"): Promise<void>;
  ticket(conversationId: string): Promise<Ticket | null>;
  /** 1 is next; null for who does not stand in line. */
  place(conversationId: string): Promise<number | null>;
  /** The keys of what a conversation was told, oldest first. */
  told(conversationId: string): Promise<string[]>;
  /** Lets time pass; every timer fires at its moment. */
  pass(ms: number): Promise<void>;
  agentWrites(conversationId: string): void;
  /** The world's clock, epoch milliseconds. */
  now(): number;
};

const account = (id: string): AgentAccount => ({ id, name: id.toUpperCase(), email: `${id}@demo`, roles: ["agent"], languages: ["es", "en"], agentSkills: ["general", "care", "cancellations"], capacity: 2 });

/** The real use cases of the line over ports in memory, with a clock that only moves when told. Nobody is at the desk at first. */
export async function startDeskWorld({ hours = null, names = ["a", "b"], at = noon }: { hours?: OpeningHours | null; names?: string[]; at?: number } = {}): Promise<DeskWorld> {
  const clock = { at, now: () => clock.at };
  const talk = await startTalk({ clock });
  const { conversations, replies, log, feed, texts } = talk;
  const logger = { info: () => undefined, error: (fields: Record<string, unknown>) => { throw fields.err; } };
  const accounts = names.map(account);
  const desk = { presence: new Map<string, Presence>(), open: new Set<string>(), takers: new Set<string>() };

  const stood = new Map<string, { conversationId: string; ticket: Ticket }>();
  const inOrder = (): { conversationId: string; ticket: Ticket }[] => [...stood.values()].sort((x, y) => lineKey(x.ticket) - lineKey(y.ticket));
  const waits = new Map<string, number[]>();
  const line: WaitingLine = {
    join: (conversationId, ticket) => Promise.resolve(void stood.set(`${ticket.ticketId}-${ticket.n}`, { conversationId, ticket })),
    leave: (ticket) => Promise.resolve(void stood.delete(`${ticket.ticketId}-${ticket.n}`)),
    place: (ticket) => {
      const index = inOrder().filter((one) => lineName(one.ticket.line) === lineName(ticket.line)).findIndex((one) => one.ticket.ticketId === ticket.ticketId && one.ticket.n === ticket.n);
      return Promise.resolve(index < 0 ? null : index + 1);
    },
    firsts: (of, count) => Promise.resolve(inOrder().filter(({ ticket }) => lineName(ticket.line) === lineName(of)).slice(0, count).map(({ conversationId, ticket }) => ({ conversationId, ticketId: ticket.ticketId }))),
    takeFirst(lines) {
      const first = inOrder().find(({ ticket }) => lines.some((one) => lineName(one) === lineName(ticket.line)));
      if (first) stood.delete(`${first.ticket.ticketId}-${first.ticket.n}`);
      return Promise.resolve(first ? { conversationId: first.conversationId, ticketId: first.ticket.ticketId } : null);
    },
    waits: (of) => Promise.resolve(waits.get(lineName(of)) ?? []),
    noteWait: (of, ms) => Promise.resolve(void waits.set(lineName(of), [...(waits.get(lineName(of)) ?? []), ms])),
  };

  const armed = new Map<string, { conversationId: string; at: number }>();
  const timers: Timers = {
    arm(conversationId, phase, moment) {
      if (!armed.has(phase)) armed.set(phase, { conversationId, at: moment });
      return Promise.resolve();
    },
  };
  const presence: PresenceBoard = {
    set: (id, state) => Promise.resolve(void desk.presence.set(id, state)),
    beat: () => Promise.resolve(clock.now() + minute),
    of: (ids) => Promise.resolve(ids.map((id) => desk.presence.get(id) ?? "offline")),
    runsOutAt: (id) => Promise.resolve(desk.presence.has(id) ? clock.now() + minute : null),
  };
  const desks: Desks = {
    opened: (id) => Promise.resolve(void desk.open.add(id)), closed: (id) => Promise.resolve(void desk.open.delete(id)),
    areOpen: (ids) => Promise.resolve(ids.map((id) => desk.open.has(id))),
  };
  const looking = new Set<string>();
  const takers: OfferTakers = {
    choose: (id, takes) => Promise.resolve(void (takes ? desk.takers.add(id) : desk.takers.delete(id))),
    all: () => Promise.resolve([...desk.takers]),
    reserve(id) {
      const free = !looking.has(id);
      looking.add(id);
      return Promise.resolve(free);
    },
    release: (id) => Promise.resolve(void looking.delete(id)),
  };
  const agents = { all: () => accounts, byId: (id: string) => accounts.find((one) => one.id === id) ?? null };
  const signals = createMemorySignals<Signal>();
  const deskSignals = createMemorySignals<DeskSignal>();
  const heard: DeskSignal[] = [];
  deskSignals.subscribe((signal) => heard.push(signal));
  const times = { update: minute, look: 10_000, nudgeAfter: minute, returnAfter: 3 * minute, silentAfter: 30 * minute };

  const board = createTicketBoard({ conversations, log, feed, logger });
  const offers = createOffers({ conversations, board, line, presence, desks, takers, agents, clock, log: logger, lasts: 20_000 });
  const lease = createAgentLease({ conversations, board, presence, agents, replies, clock, times, signals, deskSignals });
  const hold = createHold({ conversations, replies, clock });
  const place = createTellPlace({ conversations, line, presence, agents, replies, texts, clock, board, hours });
  const ticketLine = createTicketLine({ conversations, line, timers, place, lease, offers, hold, takers, deskSignals, clock, log: logger, times });
  conversations.onApplied((applied) => ticketLine.follow(applied));

  return {
    now: () => clock.at,
    ...talk, board, offers, hold, line, desk, private: heard,
    async customer(conversationId, text, control) {
      await talk.handleTurn(aTurn(text, { conversationId, at: clock.now(), ...(control ? { control } : {}) }), website);
    },
    ticket: async (conversationId) => (await conversations.load(conversationId)).state.ticket,
    async place(conversationId) {
      const { ticket } = (await conversations.load(conversationId)).state;
      return ticket && line.place(ticket);
    },
    told: async (conversationId) => (await log.read(conversationId, 0)).flatMap((event) => (event.type === "ReplyRecorded" ? event.reply.keys : [])),
    async pass(ms) {
      const end = clock.at + ms;
      for (;;) {
        const [next] = [...armed].filter(([, timer]) => timer.at <= end).sort(([, x], [, y]) => x.at - y.at);
        if (!next) break;
        const [phase, timer] = next;
        clock.at = Math.max(clock.at, timer.at);
        armed.delete(phase);
        const again = await ticketLine.due(timer.conversationId, phase);
        if (again !== null) armed.set(phase, { conversationId: timer.conversationId, at: Math.max(again, clock.at + 1) });
      }
      clock.at = end;
    },
    agentWrites: (conversationId) => signals.publish({ conversationId, kind: "typing", who: "agent" }),
  };
}
