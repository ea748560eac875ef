import type { StreamFrame, TicketView } from "../../api/contract.ts";

/** A ticket as the desk keeps it: `since` is when its wait began and `unansweredSince` when its first unanswered line came, by this machine's clock, so that a wrong clock shows no wrong wait. */
export type Row = TicketView & { since: number; unansweredSince: number | null; seenAt: number };

/** All tickets this desk knows, by id. */
export type LineState = { rows: Record<string, Row> };

export const emptyLine: LineState = { rows: {} };

const isOpen = ({ status }: Row): boolean => status === "waiting" || status === "offered" || status === "accepted" || status === "message";

const rowOf = (ticket: TicketView, now: number): Row => ({
  ...ticket, since: now - ticket.waitedMs, unansweredSince: ticket.unansweredMs === null ? null : now - ticket.unansweredMs, seenAt: now,
});

/**
 * The answer of GET /tickets. It is a snapshot: rows that frames have already brought further are kept, and so are rows that came
 * by frame after the question was asked, which the answer may not know yet. A ticket that is no longer listed has ended: it leaves
 * the lists and stays readable, since an agent may be writing in it.
 *
 * @param askedAt when the question was sent, by the same clock as `now`
 */
export function withTickets(line: LineState, tickets: TicketView[], now: number, askedAt: number): LineState {
  const rows: Record<string, Row> = {};
  for (const [id, row] of Object.entries(line.rows)) {
    const ended = row.seenAt < askedAt && isOpen(row);
    rows[id] = ended ? { ...row, status: "closed" } : row;
  }
  for (const ticket of tickets) {
    const known = line.rows[ticket.id];
    rows[ticket.id] = known && known.version > ticket.version ? known : rowOf(ticket, now);
  }
  return { rows };
}

/** One ticket from a frame or an answer. An older version than the known one is late news and changes nothing. */
export function withTicket(line: LineState, ticket: TicketView, now: number): LineState {
  const known = line.rows[ticket.id];
  if (known && known.version > ticket.version) return line;
  return { rows: { ...line.rows, [ticket.id]: rowOf(ticket, now) } };
}

export function withFrame(line: LineState, frame: StreamFrame, now: number): LineState {
  switch (frame.type) {
    case "ticket":
      return withTicket(line, frame.ticket, now);
    case "ticket-closed": {
      // Out of the lists by its status, yet still on the screen of whoever has it open: what they wrote must not vanish.
      const known = line.rows[frame.ticketId];
      return known ? { rows: { ...line.rows, [known.id]: { ...known, status: frame.status, ...(frame.status === "accepted" ? { agentId: null } : {}) } } } : line;
    }
    case "nudge":
    case "pause":
    case "hello":
    case "events":
    case "typing":
    case "viewing":
      return line;
  }
}

export type LineView = { mine: Row[]; /** Offered to me. */ offered: Row[]; waiting: Row[]; messages: Row[]; /** With colleagues; only who supervises is told of them. */ team: Row[]; load: number };

/**
 * What the left pane shows: mine on top, oldest first, then who waits, soonest first over all lines, then messages that are owed an answer.
 *
 * Places are counted again within each line, so that the row after an accepted one moves up at once and not only when its own frame comes.
 */
export function lineView(line: LineState, agentId: string): LineView {
  const rows = Object.values(line.rows);
  const mine = rows.filter((row) => row.status === "accepted" && row.agentId === agentId).sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  const team = rows.filter((row) => row.status === "accepted" && row.agentId !== agentId).sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  const messages = rows.filter((row) => row.status === "message").sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  const queued = rows
    .filter((row) => row.status === "waiting" || row.status === "offered")
    .sort((a, b) => a.rank - b.rank || a.queuedAt.localeCompare(b.queuedAt));
  const counted = new Map<string, number>();
  const waiting = queued.map((row) => {
    const line = `${row.language} ${row.agentSkill}`;
    const place = (counted.get(line) ?? 0) + 1;
    counted.set(line, place);
    return { ...row, place };
  });
  const offered = waiting.filter((row) => row.status === "offered" && row.offer?.agentId === agentId);
  return { mine, offered, waiting, messages, team, load: mine.filter((row) => row.heldUntil === null).length };
}

/** Waiting tickets that were not there before: what a person at the desk is told about. */
export function newcomers(before: Row[], after: Row[]): Row[] {
  const known = new Set(before.map((row) => row.id));
  return after.filter((row) => !known.has(row.id));
}
