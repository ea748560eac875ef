import { InvalidInputError } from "../core/errors.ts";
import type { FeedBatch } from "../app/ports.ts";
import type { StoredEvent } from "../core/events.ts";
import type { TicketStatus } from "../core/ticket.ts";
import { randomUUID } from "node:crypto";
import { deskRoles } from "./api-route.ts";
import type { StreamFrame } from "./contract.ts";
import { answerError, type Socket, type SocketDoor } from "./http.ts";
import type { ApiParts } from "./parts.ts";
import { signedIn, type SignedIn } from "./sign-in.ts";
import { mayRead, maySee, ticketView, wireEvent } from "./ticket-view.ts";

/** How often a stream asks whether its session still counts; a sign-out closes it within this. Milliseconds. */
const sessionCheckEvery = 4_000;
const signedOut = 4401;

/** The live stream of the desk: tickets and conversations the agent may see, resumed from a cursor with nothing missed and nothing twice. */
export function deskStream(parts: ApiParts & { isOwnOrigin(origin: string | undefined, host: string | undefined): boolean }): SocketDoor {
  const { feed, presence, signals, deskSignals, desks, offers, isOwnOrigin } = parts;
  return {
    path: "/api/v1/stream",
    async open(request) {
      const { headers, query } = request;
      if (!isOwnOrigin(headers.origin, headers.host)) return answerError(403, "origin.refused", "The stream opens for our own pages only.");
      const asked = query.token ? { headers: { authorization: `Bearer ${query.token}` } } : request;
      const who = await signedIn(asked, parts);
      if (!who) return answerError(401, "unauthorized", "Sign in with POST /api/v1/login.");
      if (!mayOpen(who.agent)) return answerError(403, "forbidden", `This needs one of the roles ${deskRoles.join(", ")}.`);
      if (!who.byCookie || headers.origin) {
        const cursor = query.after ?? feed.cursor();
        return (socket) => serve(socket, cursor, who);
      }
      return answerError(403, "origin.refused", "A stream by cookie opens from our own pages only.");
    },
  };

  function serve(socket: Socket, cursor: string, { agent, token }: SignedIn): void {
    let last = cursor;
    const send = (frame: StreamFrame): void => socket.send(JSON.stringify(frame));
    const frames = createFrames(parts, agent);
    // One batch after the other: a frame never overtakes an earlier one of its conversation.
    let turn: Promise<void> = Promise.resolve();
    const listen = (batch: FeedBatch, cursorOf: () => string): void => {
      const at = cursorOf();
      turn = turn.then(async () => {
        for (const frame of await frames(batch, at)) send(frame);
        last = at;
      }).catch(() => socket.close(1011, "not available")); // the desk comes back with its cursor
    };
    send({ cursor, type: "hello" });
    const following = feed.resume(cursor, listen);
    following.catch((error: unknown) => socket.close(error instanceof InvalidInputError ? 4400 : 1011, "the cursor cannot be resumed"));
    const typing = signals.subscribe((signal) => {
      const { conversationId } = signal;
      if (signal.kind === "viewing") {
        const ticket = parts.board.of(conversationId)?.ticket;
        if (ticket && signal.agent.id !== agent.id && maySee(agent, ticket)) send({ cursor: last, type: "viewing", conversationId, agent: signal.agent, typing: signal.typing });
        return;
      }
      const { who } = signal;
      if (who === "customer" && parts.board.of(conversationId)?.ticket.agent?.id === agent.id) send({ cursor: last, type: "typing", conversationId, who });
    });
    const toMeAlone = deskSignals.subscribe((signal) => {
      if (signal.agentId !== agent.id) return;
      if (signal.kind === "pause") return send({ cursor: last, type: "pause", minutes: signal.minutes });
      const { conversationId, ticketId, returnsAt } = signal;
      send({ cursor: last, type: "nudge", conversationId, ticketId, returnsAt: new Date(returnsAt).toISOString() });
    });
    const watch = setInterval(() => {
      signedIn({ headers: { authorization: `Bearer ${token}` } }, parts).then(
        (now) => (now && mayOpen(now.agent) ? undefined : socket.close(signedOut, "signed out")),
        () => undefined, // asked again at the next look
      );
    }, sessionCheckEvery);
    const deskId = randomUUID();
    const opened = (): void => {
      desks.opened(agent.id, deskId).then(() => offers.look(), () => undefined); // a lost sign is made up by the next
    };
    opened();
    socket.onAlive(() => {
      presence.beat(agent.id).catch(() => undefined); // a lost beat is made up by the next
      opened();
    });
    socket.onClose(() => {
      desks.closed(agent.id, deskId).catch(() => undefined); // it runs out by itself
      clearInterval(watch);
      toMeAlone();
      typing();
      following.then((stop) => stop(), () => undefined);
    });
  }
}

const mayOpen = ({ roles }: SignedIn["agent"]): boolean => roles.some((role) => deskRoles.includes(role));

const endings: Partial<Record<StoredEvent["type"], TicketStatus>> = { TicketClosed: "closed", TicketReturned: "closed", TicketAbandoned: "abandoned" };

/** Makes the frames one agent gets of each append. Remembers what the agent could read, so that the append that takes it away is the last one told. */
function createFrames({ board, conversations, line, clock }: ApiParts, agent: SignedIn["agent"]): (batch: FeedBatch, cursor: string) => Promise<StreamFrame[]> {
  const readable = new Set<string>();
  return async ({ conversationId, events, version }, cursor) => {
    // Most turns are between a customer and the assistant: no desk is told of them, and nothing is read for it.
    if (!readable.has(conversationId) && !board.of(conversationId) && !events.some((event) => "ticketId" in event)) return [];
    const { state } = await conversations.atLeast(conversationId, version);
    const frames: StreamFrame[] = [];
    const readsNow = mayRead(agent, state) && (state.ticket !== null || events.some((event) => "ticketId" in event));
    if (readsNow || readable.has(conversationId)) frames.push({ cursor, type: "events", conversationId, events: events.map(wireEvent) });
    if (readsNow && state.ticket) readable.add(conversationId);
    else readable.delete(conversationId);

    for (const event of events) {
      const status = endings[event.type];
      if (status && "ticketId" in event) frames.push({ cursor, type: "ticket-closed", ticketId: event.ticketId, conversationId, status });
    }
    const entry = board.of(conversationId);
    if (entry && maySee(agent, entry.ticket)) {
      const place = entry.ticket.status === "waiting" ? await line.place(entry.ticket).catch(() => null) : null; // told again with the next change
      frames.push({ cursor, type: "ticket", ticket: ticketView(entry, place, clock.now()) });
    } else if (entry && events.some(({ type }) => type === "TicketAccepted" || type === "TicketTransferred" || type === "TicketTakenOver")) {
      frames.push({ cursor, type: "ticket-closed", ticketId: entry.ticket.ticketId, conversationId, status: entry.ticket.status });
    }
    return frames;
  };
}
