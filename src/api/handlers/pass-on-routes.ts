import { z } from "zod";
import type { AgentAccount } from "../../app/ports.ts";
import type { OpenTicket } from "../../app/ticket-board.ts";
import { deskRoles, noContent, ok, route, type ApiRoute } from "../api-route.ts";
import type { Colleague, Role } from "../contract.ts";
import { answerError } from "../http.ts";
import type { ApiParts } from "../parts.ts";
import { maySee } from "../ticket-view.ts";
import { messageText, ownedIn, refusal, ticketAnswer } from "./ticket-acts.ts";

const transferTarget = z.union([
  z.strictObject({ agentId: z.string().max(100) }), z.strictObject({ agentSkill: z.enum(["general", "cancellations", "care"]) }), z.strictObject({ line: z.literal(true) }),
]);


const supervisorRoles: readonly Role[] = ["supervisor", "admin"];
const supervises = ({ roles }: AgentAccount): boolean => roles.some((role) => supervisorRoles.includes(role));

/** How a ticket goes on to somebody else, and what a supervisor may do with one that is not theirs: read it, whisper, take over. */
export function passOnRoutes(parts: ApiParts): ApiRoute[] {
  const { board, work, agents, presence, signals } = parts;
  const owned = ownedIn(parts);

  /** Why a ticket cannot be passed to a colleague, or null when it can: the customer is told at once who has joined. */
  const whyNotTo = async (colleague: AgentAccount | null, ownerId: string, entry: OpenTicket | null): Promise<string | null> => {
    if (!colleague || !colleague.roles.some((role) => deskRoles.includes(role))) return "is nobody who takes chats";
    if (colleague.id === ownerId) return "has it already";
    const { line: needed } = entry?.ticket ?? { line: null };
    if (needed && !(colleague.languages.includes(needed.language) && colleague.agentSkills.includes(needed.agentSkill))) return "lacks its language or agent skill";
    const [there] = await presence.of([colleague.id]);
    return there === "available" || there === "busy" ? null : "is not at the desk";
  };

  return [
    route({
      method: "get", path: "/colleagues", summary: "Who takes chats, and who is at the desk now", roles: deskRoles,
      async handle({ agent }) {
        const others = agents.all().filter((one) => one.id !== agent.id && one.roles.some((role) => deskRoles.includes(role)));
        const there = await presence.of(others.map(({ id }) => id));
        const colleagues: Colleague[] = others.map(({ id, name, languages, agentSkills }, i) => ({ id, name, languages, agentSkills, presence: there[i] ?? "offline" }));
        return ok({ colleagues });
      },
    }),
    route({
      method: "post", path: "/tickets/:id/notes", summary: "Keep a note that only colleagues see; a supervisor's is a whisper to the person who has it", roles: deskRoles, body: z.strictObject({ text: messageText }),
      handle: (call) => owned(call, (conversationId, ticketId, who) => work.note(conversationId, ticketId, who, call.body.text, supervises(call.agent))),
    }),
    route({
      method: "post", path: "/tickets/:id/take-over", summary: "Take a conversation from the colleague who has it; logged, and told to the customer", roles: supervisorRoles,
      async handle({ agent, params }) {
        const ticketId = params.id ?? "";
        const conversationId = board.conversationOf(ticketId);
        const taken = await work.takeOver(conversationId, ticketId, { id: agent.id, name: agent.name });
        return taken.ok ? ticketAnswer(parts, conversationId) : refusal(taken);
      },
    }),
    route({
      method: "post", path: "/tickets/:id/viewing", summary: "Show colleagues that I read this, or write in it", roles: deskRoles, body: z.strictObject({ typing: z.boolean().default(false) }),
      handle({ agent, params, body }) {
        const conversationId = board.conversationOf(params.id ?? "");
        const entry = board.of(conversationId);
        if (!entry || !maySee(agent, entry.ticket)) return Promise.resolve(answerError(403, "not-yours", "This ticket is not yours to read."));
        signals.publish({ conversationId, kind: "viewing", agent: { id: agent.id, name: agent.name }, typing: body.typing });
        return Promise.resolve(noContent);
      },
    }),
    route({
      method: "post", path: "/tickets/:id/return", summary: "Give the conversation back to the assistant", roles: deskRoles,
      body: z.strictObject({ errand: messageText.max(1_000).optional(), reason: z.enum(["solved", "errand", "timeout"]).optional() }),
      handle: (call) => owned(call, (conversationId, ticketId, who) => work.handBack(conversationId, ticketId, who, call.body.errand ?? null, call.body.reason)),
    }),
    route({
      method: "post", path: "/tickets/:id/transfer", summary: "Pass the ticket on", roles: deskRoles,
      body: z.strictObject({ to: transferTarget, comment: z.string().trim().min(1).max(1_000) }),
      async handle(call) {
        const { to, comment } = call.body;
        const colleague = "agentId" in to ? agents.byId(to.agentId) : null;
        const unfit = "agentId" in to ? await whyNotTo(colleague, call.agent.id, board.of(board.conversationOf(call.params.id ?? ""))) : null;
        if (unfit) return answerError(422, "invalid", "The body is not valid; see details for each field.", [{ field: "to.agentId", message: unfit }]);
        return owned(call, (conversationId, ticketId, who) => {
          const own = board.of(conversationId)?.ticket.line ?? { language: "es", agentSkill: "general" };
          const target = { agent: colleague && { id: colleague.id, name: colleague.name }, line: "agentSkill" in to ? { ...own, agentSkill: to.agentSkill } : own };
          return work.transfer(conversationId, ticketId, who, target, comment);
        });
      },
    }),
  ];
}
