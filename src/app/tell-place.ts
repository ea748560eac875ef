import type { Event } from "../core/events.ts";
import { nextOpening, type OpeningHours } from "../core/opening-hours.ts";
import { canTake } from "../core/routing.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Language } from "../core/turn.ts";
import { backWords } from "./back-words.ts";
import type { Change, Conversations } from "./conversations.ts";
import { expectedWait, type ExpectedWait } from "./expected-wait.ts";
import type { AgentDirectory, Clock, PresenceBoard, Texts, WaitingLine } from "./ports.ts";
import type { ReplyMaker } from "./reply.ts";
import type { TicketBoard } from "./ticket-board.ts";

export type TellPlaceParts = {
  conversations: Conversations; line: WaitingLine; presence: PresenceBoard; agents: AgentDirectory; replies: ReplyMaker; texts: Texts; clock: Clock; board: TicketBoard;
  /** Null: people are there at any hour. */
  hours: OpeningHours | null;
};

export type TellPlace = {
  /** Tells a waiting customer the place and the wait; `longer` that the wait they were told is over. With nobody there until the next opening, when that is. */
  tell(conversationId: string, why?: "place" | "longer"): Promise<void>;
  /** Nobody is there and nobody comes before this moment, epoch ms; `null` while somebody can come. */
  closedUntil(ticket: Ticket): Promise<number | "unknown" | null>;
};

/** The first of the line have nearly always waited longest; a line of thousands is not read through for one customer's range. */
const aheadAsked = 10;

export function createTellPlace({ conversations, line, presence, agents, replies, texts, clock, board, hours }: TellPlaceParts): TellPlace {
  /** Whether anyone who can take this ticket is at the desk. */
  const someoneThere = async (ticket: Ticket): Promise<boolean> => {
    const able = agents.all().filter((agent) => canTake(agent, ticket.line));
    return (await presence.of(able.map(({ id }) => id))).some((state) => state === "available" || state === "busy");
  };

  /** How long those ahead have waited so far, in milliseconds. */
  const waitedAhead = async (ticket: Ticket, place: number): Promise<number[]> => {
    const ahead = place > 1 ? await line.firsts(ticket.line, Math.min(place - 1, aheadAsked)) : [];
    return ahead.flatMap(({ conversationId }) => {
      const other = board.of(conversationId)?.ticket;
      return other && other.ticketId !== ticket.ticketId ? [clock.now() - other.waitingFrom] : [];
    });
  };

  /** Who stays after hours is there all the same. */
  const back = (there: boolean): number | "unknown" | null => {
    const opening = there || !hours ? clock.now() : nextOpening(hours, clock.now());
    if (opening === null) return "unknown";
    return opening > clock.now() ? opening : null;
  };

  /** Nobody comes: the customer hears when people are back, and what they write next is the message. A danger stays in line, first in the morning. */
  const outOfHours = (ticket: Ticket, closed: number | "unknown", place: number, language: Language): Event[] => {
    const known = closed !== "unknown" && hours;
    const values: Record<string, string> = known ? { back: backWords(closed, clock.now(), hours.timeZone, language, texts), backAt: new Date(closed).toISOString() } : {};
    const key = `${ticket.safety ? "hours.safety" : "hours.message"}${known ? "" : ".unknown"}`;
    const told = replies.notice(key, { kind: "hours", values: { ...values, phase: ticket.safety ? "waiting" : "message-asked" } }, language);
    const happened: Event = ticket.safety
      ? { type: "PlaceTold", ticketId: ticket.ticketId, place, waitMinutes: null }
      : { type: "MessageLeft", ticketId: ticket.ticketId };
    return [happened, { type: "ReplyRecorded", reply: told }];
  };

  const inLine = (ticket: Ticket, place: number, why: "place" | "longer", there: boolean, wait: ExpectedWait | null, language: Language): Event[] => {
    // With nobody there the waits of better hours say nothing, and a client must not show them.
    const known = there ? wait : null;
    const key = !there ? "queue.nobody" : why === "longer" ? "queue.longer" : known ? "queue.place" : "queue.place-unknown-wait";
    const told = replies.notice(key, { kind: "queue", values: { place, ...known } }, language, why === "longer" ? { quickReplies: ["control.keep-waiting", "control.leave-message"] } : {});
    // Past its end a promise counts once more from now, so that the next such word comes after as long again and not at every look.
    const waitMinutes = known?.high ?? (why === "longer" ? (ticket.promise?.minutes ?? null) : null);
    return [{ type: "PlaceTold", ticketId: ticket.ticketId, place, waitMinutes }, { type: "ReplyRecorded", reply: told }];
  };

  return {
    closedUntil: async (ticket) => back(await someoneThere(ticket)),
    async tell(conversationId, why = "place") {
      const { state } = await conversations.load(conversationId);
      const waiting = state.ticket;
      if (waiting?.status !== "waiting") return;
      const place = await line.place(waiting);
      if (place === null) return;
      const wait = expectedWait(await line.waits(waiting.line), place, await waitedAhead(waiting, place));
      const there = await someoneThere(waiting);
      const closed = back(there);
      await conversations.change(conversationId, ({ ticket, language }): Change<void> => {
        if (ticket?.status !== "waiting" || ticket.n !== waiting.n) return { events: [], result: undefined };
        const spoken = language ?? ticket.line.language;
        return { events: closed === null ? inLine(ticket, place, why, there, wait, spoken) : outOfHours(ticket, closed, place, spoken), result: undefined };
      });
    },
  };
}
