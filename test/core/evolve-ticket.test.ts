import { evolveTicket } from "../../src/core/evolve-ticket.ts";
import type { Event, Reply } from "../../src/core/events.ts";
import type { Ticket } from "../../src/core/ticket.ts";
import { noon } from "../support/given.ts";

const marta = { id: "agent1", name: "Marta" };
const line = { language: "es", agentSkill: "general" } as const;
const minute = 60_000;
const opened: Event = { type: "TicketOpened", ticketId: "t1", turnId: "u1", reason: { rule: "asked-for-human" }, line, boostMinutes: 0, safety: false, queuedAt: null };
const said: Reply = { replyId: "r1", turnId: null, author: "person", text: "Hola", keys: [], notice: null, quickReplies: [], agent: marta, clientId: "k" };

/** The ticket after these events, a minute apart. */
const after = (...events: Event[]): Ticket => {
  const ticket = [opened, ...events].reduce<Ticket | null>((folded, event, index) => evolveTicket(folded, { ...event, version: index + 1, at: noon + index * minute }), null);
  if (!ticket) throw new Error("no ticket is open");
  return ticket;
};

test("who worsens while waiting gets a boost and a new job, and keeps the time of queueing", () => {
  const worse = after({ type: "TicketReprioritised", ticketId: "t1", reason: { rule: "safety", danger: "medical" }, line, boostMinutes: 5, safety: true });
  expect(worse).toMatchObject({ status: "waiting", boostMinutes: 5, safety: true, queuedAt: noon, waitingFrom: noon, n: 2, reason: { rule: "safety" } });
});

test("an offer nobody answers is back in line with all it had, and remembers who let it pass", () => {
  const offered = after({ type: "TicketOffered", ticketId: "t1", agent: marta, until: noon + minute });
  expect(offered).toMatchObject({ status: "offered", agent: null, offer: { agent: marta, until: noon + minute }, n: 1 });
  const back = after({ type: "TicketOffered", ticketId: "t1", agent: marta, until: noon + minute }, { type: "OfferExpired", ticketId: "t1", agent: marta });
  expect(back).toMatchObject({ status: "waiting", offer: null, queuedAt: noon, waitingFrom: noon, ahead: false, n: 2, passedBy: ["agent1"] });
});

test("waits are measured from the last joining of the line, not from time spent with a person who fell silent", () => {
  const back = after({ type: "TicketAccepted", ticketId: "t1", agent: marta }, { type: "TicketRequeued", ticketId: "t1", why: "no-first-reply", agent: marta });
  expect(back).toMatchObject({ status: "waiting", queuedAt: noon, waitingFrom: noon + 2 * minute, ahead: true, agent: null, passedBy: ["agent1"] });
});

test("only the first words of the person who has it now end the wait for them", () => {
  const accepted: Event = { type: "TicketAccepted", ticketId: "t1", agent: marta };
  expect(after(accepted).repliedAt).toBeNull();
  expect(after(accepted, { type: "ReplyRecorded", reply: { ...said, author: "system" } }).repliedAt).toBeNull();
  expect(after(accepted, { type: "ReplyRecorded", reply: said }, { type: "ReplyRecorded", reply: said }).repliedAt).toBe(noon + 2 * minute);
  expect(after(accepted, { type: "ReplyRecorded", reply: said }, { type: "TicketTransferred", ticketId: "t1", by: marta, line, to: { id: "agent2", name: "Owen" }, comment: "x" }).repliedAt).toBeNull();
});

test("a told wait is a promise with an end; a place told without one leaves it as it was", () => {
  const told = after({ type: "PlaceTold", ticketId: "t1", place: 3, waitMinutes: 7 }, { type: "PlaceTold", ticketId: "t1", place: 2, waitMinutes: null });
  expect(told).toMatchObject({ toldPlace: 2, promise: { minutes: 7, until: noon + 8 * minute } });
});

test("a promise that runs is shortened by a later one and never put off; once it is over the next counts", () => {
  const tell = (waitMinutes: number): Event => ({ type: "PlaceTold", ticketId: "t1", place: 3, waitMinutes });
  expect(after(tell(3), tell(9)).promise).toEqual({ minutes: 3, until: noon + 4 * minute });
  expect(after(tell(9), tell(3)).promise).toEqual({ minutes: 3, until: noon + 5 * minute });
  expect(after(tell(1), tell(9)).promise).toEqual({ minutes: 9, until: noon + 11 * minute });
});
