import { emptyLine, lineView, newcomers, withFrame, withTicket, withTickets } from "../../src/web/desk/line-state.ts";
import { ticket } from "./given.ts";

const now = 1_000_000;

describe("the line on the desk", () => {
  it("puts mine on top, oldest first, and those who wait below, by rank", () => {
    const line = withTickets(emptyLine, [
      ticket({ id: "second", place: 2, rank: 2 }), ticket({ id: "first", place: 1, rank: 1 }),
      ticket({ id: "late", status: "accepted", agentId: "me", place: null, queuedAt: "2026-11-20T11:00:00.000Z" }),
      ticket({ id: "early", status: "accepted", agentId: "me", place: null }), ticket({ id: "theirs", status: "accepted", agentId: "other", place: null }),
    ], now, now);
    const { mine, waiting, load } = lineView(line, "me");
    expect(mine.map((row) => row.id)).toEqual(["early", "late"]);
    expect(waiting.map((row) => row.id)).toEqual(["first", "second"]);
    expect(load).toBe(2);
  });

  it("moves the next ones up as soon as one is taken", () => {
    const line = withTickets(emptyLine, [ticket({ id: "a", place: 1, rank: 1 }), ticket({ id: "b", place: 2, rank: 2 })], now, now);
    const taken = withFrame(line, { cursor: "1", type: "ticket", ticket: ticket({ id: "a", status: "accepted", agentId: "me", place: null, version: 6 }) }, now);
    expect(lineView(taken, "me").waiting.map((row) => [row.id, row.place])).toEqual([["b", 1]]);
  });

  it("counts places within each line of language and skill", () => {
    const line = withTickets(emptyLine, [ticket({ id: "es", place: 1, rank: 1 }), ticket({ id: "en", place: 1, rank: 2, language: "en" }), ticket({ id: "es2", place: 2, rank: 3 })], now, now);
    expect(lineView(line, "me").waiting.map((row) => [row.id, row.place])).toEqual([["es", 1], ["en", 1], ["es2", 2]]);
  });

  it("puts whoever is in danger in front of every line, and orders the rest over all lines", () => {
    const line = withTickets(emptyLine, [
      ticket({ id: "es", place: 1, rank: 2_000 }), ticket({ id: "es2", place: 2, rank: 4_000 }), ticket({ id: "en", place: 1, rank: 3_000, language: "en" }),
      ticket({ id: "danger", place: 1, rank: -9e15, language: "en", agentSkill: "care" }),
    ], now, now);
    expect(lineView(line, "me").waiting.map((row) => [row.id, row.place])).toEqual([["danger", 1], ["es", 1], ["en", 1], ["es2", 2]]);
  });

  it("drops late news about a ticket it knows better", () => {
    const line = withTicket(emptyLine, ticket({ version: 9, status: "accepted", agentId: "me" }), now);
    expect(withTicket(line, ticket({ version: 8 }), now)).toBe(line);
  });

  it("takes the waiting time from the server, whatever this machine's clock says", () => {
    const line = withTicket(emptyLine, ticket({ waitedMs: 90_000, queuedAt: "2031-01-01T00:00:00.000Z" }), now);
    expect(line.rows["t1"]?.since).toBe(now - 90_000);
  });

  it("keeps a ticket that a frame brought while the list was being asked for", () => {
    const asked = 500;
    const brought = withTicket(emptyLine, ticket({ id: "new" }), 600);
    expect(Object.keys(withTickets(brought, [ticket({ id: "old" })], 700, asked).rows).sort()).toEqual(["new", "old"]);
  });

  it("takes a ticket that the server no longer lists out of the lists, and leaves it to whoever has it open", () => {
    const line = withTicket(withTicket(emptyLine, ticket({ id: "gone" }), 100), ticket({ id: "mine", status: "accepted", agentId: "me" }), 100);
    const without = withTickets(line, [], 700, 500);
    expect(lineView(without, "me")).toEqual({ mine: [], offered: [], waiting: [], messages: [], team: [], load: 0 });
    expect(without.rows["mine"]?.status).toBe("closed");
  });

  it("shows a ticket again that the server lists again", () => {
    const gone = withTickets(withTicket(emptyLine, ticket(), 100), [], 700, 500);
    expect(lineView(withTickets(gone, [ticket()], 900, 800), "me").waiting.map((row) => row.id)).toEqual(["t1"]);
  });

  it("takes a closed ticket out of the lists and leaves it to whoever has it open", () => {
    const line = withTicket(emptyLine, ticket({ status: "accepted", agentId: "me" }), now);
    const closed = withFrame(line, { cursor: "2", type: "ticket-closed", ticketId: "t1", conversationId: "c1", status: "abandoned" }, now);
    expect(lineView(closed, "me")).toEqual({ mine: [], offered: [], waiting: [], messages: [], team: [], load: 0 });
    expect(closed.rows["t1"]?.status).toBe("abandoned");
  });

  it("lists messages that are owed an answer apart from those who wait", () => {
    const line = withTickets(emptyLine, [ticket({ id: "owed", status: "message", place: null }), ticket({ id: "waits" })], now, now);
    const { waiting, messages } = lineView(line, "me");
    expect([waiting.map((row) => row.id), messages.map((row) => row.id)]).toEqual([["waits"], ["owed"]]);
  });

  it("names who is new among those who wait", () => {
    const before = lineView(withTicket(emptyLine, ticket({ id: "a" }), now), "me").waiting;
    const after = lineView(withTickets(emptyLine, [ticket({ id: "a" }), ticket({ id: "b", place: 2 })], now, now), "me").waiting;
    expect(newcomers(before, after).map((row) => row.id)).toEqual(["b"]);
  });
});

it("counts what is on hold as mine and not as load, and knows what is offered to me", () => {
  const line = withTickets(emptyLine, [
    ticket({ id: "t1", status: "accepted", agentId: "a1" }),
    ticket({ id: "t2", status: "accepted", agentId: "a1", heldUntil: "2026-11-20T10:30:00.000Z" }),
    ticket({ id: "t3", status: "offered", offer: { agentId: "a1", agentName: "Marta", until: "2026-11-20T10:00:20.000Z" } }),
    ticket({ id: "t4", status: "offered", offer: { agentId: "a2", agentName: "Owen", until: "2026-11-20T10:00:20.000Z" } }),
  ], 0, 0);
  const view = lineView(line, "a1");
  expect([view.mine.length, view.load]).toEqual([2, 1]);
  expect(view.offered.map(({ id }) => id)).toEqual(["t3"]);
});
