import { z } from "zod";
import { createTakeNext } from "../../app/take-next.ts";
import { isCode } from "../../core/tracking-code.ts";
import { dispositions, type TicketStatus } from "../../core/ticket.ts";
import { deskRoles, noContent, ok, route, type ApiRoute } from "../api-route.ts";
import { answerError, type HttpAnswer } from "../http.ts";
import type { ApiParts } from "../parts.ts";
import { maySee, ticketView } from "../ticket-view.ts";
import { messageText, ownedIn, refusal, ticketAnswer } from "./ticket-acts.ts";

const statuses: readonly TicketStatus[] = ["waiting", "offered", "accepted", "message"];
/** Longest list of one answer; more are asked for with `cursor`. */
const pageAtMost = 200;
const pageUsually = 50;

const listQuery = z.strictObject({
  status: z.string().max(100).optional(), mine: z.enum(["true", "false"]).optional(), code: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(pageAtMost).default(pageUsually), cursor: z.string().regex(/^\d{1,9}$/).optional(),
});

export function ticketRoutes(parts: ApiParts): ApiRoute[] {
  const { board, work, line, clock } = parts;

  const owned = ownedIn(parts);
  const takeNext = createTakeNext({ line, work, board });

  const view = (conversationId: string): Promise<HttpAnswer> => ticketAnswer(parts, conversationId);

  return [
    route({
      method: "get", path: "/tickets", summary: "The line and my tickets, most urgent first", roles: deskRoles, query: listQuery,
      async handle({ agent, query }) {
        const asked: readonly string[] = query.status?.split(",") ?? statuses;
        const unknown = asked.find((status) => !statuses.some((known) => known === status));
        if (unknown !== undefined) return answerError(422, "invalid", "The query is not valid; see details for each field.", [{ field: "status", message: `must be one or more of ${statuses.join(", ")}` }]);
        const found = board.open()
          .filter(({ ticket }) => asked.includes(ticket.status) && maySee(agent, ticket) && (query.mine !== "true" || ticket.agent?.id === agent.id))
          .filter(({ conversationId }) => query.code === undefined || isCode(query.code, conversationId));
        const from = Number(query.cursor ?? 0);
        const page = found.slice(from, from + query.limit);
        const tickets = await Promise.all(page.map(async (entry) => ticketView(entry, entry.ticket.status === "waiting" ? await line.place(entry.ticket) : null, clock.now())));
        return ok({ tickets, next: from + query.limit < found.length ? String(from + query.limit) : null });
      },
    }),
    route({
      method: "post", path: "/tickets/next", summary: "Take the first ticket of my lines", roles: deskRoles,
      async handle({ agent }) {
        const taken = await takeNext(agent);
        if (taken.ok) return view(taken.conversationId);
        return taken.why === "empty" ? noContent : answerError(409, "at-capacity", `You have ${agent.capacity} chats, your capacity; close one or take one by name.`);
      },
    }),
    route({
      method: "post", path: "/tickets/:id/accept", summary: "Take this ticket", roles: deskRoles,
      async handle({ agent, params }) {
        const ticketId = params.id ?? "";
        const conversationId = board.conversationOf(ticketId);
        const entry = board.of(conversationId);
        const able = entry?.ticket.agent !== null || maySee(agent, entry.ticket);
        if (entry && !able) return answerError(403, "not-yours", "This ticket needs a language or agent skill you do not have.");
        const accepted = await work.accept(conversationId, ticketId, { id: agent.id, name: agent.name });
        return accepted.ok ? view(conversationId) : refusal(accepted);
      },
    }),
    route({
      method: "post", path: "/tickets/:id/messages", summary: "Write to the customer", roles: deskRoles,
      body: z.strictObject({ text: messageText, clientId: z.string().min(1).max(200) }),
      async handle({ agent, params, body }) {
        const ticketId = params.id ?? "";
        const said = await work.say(board.conversationOf(ticketId), ticketId, { id: agent.id, name: agent.name }, body.text, body.clientId);
        return said.ok ? { status: said.repeated ? 200 : 201, body: { turnId: said.turnId } } : refusal(said);
      },
    }),
    route({
      method: "post", path: "/tickets/:id/typing", summary: "Show the customer that I write", roles: deskRoles,
      handle: (call) => owned(call, (conversationId, ticketId, who) => {
        const { ticket } = board.of(conversationId) ?? { ticket: null };
        if (ticket?.ticketId !== ticketId || ticket.agent?.id !== who.id) return Promise.resolve({ ok: false, why: "not-owner" });
        parts.signals.publish({ conversationId, kind: "typing", who: "agent" });
        return Promise.resolve({ ok: true });
      }),
    }),
    route({
      method: "post", path: "/tickets/:id/close", summary: "Say how it ended", roles: deskRoles, body: z.strictObject({ disposition: z.enum(dispositions) }),
      handle: (call) => owned(call, (conversationId, ticketId, who) => work.close(conversationId, ticketId, who, call.body.disposition)),
    }),
  ];
}
