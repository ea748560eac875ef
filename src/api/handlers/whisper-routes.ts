import { z } from "zod";
import { repliesOfPerson, whisperFor } from "../../app/brief.ts";
import type { ConversationState } from "../../core/state.ts";
import { NotFoundError } from "../../core/errors.ts";
import { deskRoles, everyone, ok, route, type ApiRoute } from "../api-route.ts";
import type { MirrorAnswer, WhisperUses } from "../contract.ts";
import { answerError } from "../http.ts";
import type { ApiParts } from "../parts.ts";
import { maySee } from "../ticket-view.ts";
import { ownedIn } from "./ticket-acts.ts";

const language = z.enum(["es", "en"]).optional();
const notYours = answerError(403, "not-owner", "This ticket is not yours to read.");

/** Help that only employees see: the whisper, the mirror of one's own draft, and answers from the shop's knowledge. */
export function whisperRoutes(parts: ApiParts): ApiRoute[] {
  const { board, work, conversations, whisper, texts, ask, mirror, readBehaviours, readProfile, formal } = parts;
  const owned = ownedIn(parts);

  /** The conversation of a ticket, for those who may read it. */
  const readable = async (ticketId: string, agent: Parameters<typeof maySee>[0]): Promise<ConversationState | null> => {
    const { state } = await conversations.load(board.conversationOf(ticketId));
    return state.ticket && maySee(agent, state.ticket) ? state : null;
  };

  return [
    route({
      method: "get", path: "/tickets/:id/whisper", summary: "Help only the agent sees", roles: deskRoles, query: z.strictObject({ language }),
      async handle({ agent, params, query }) {
        const state = await readable(params.id ?? "", agent);
        if (!state) return notYours;
        const spoken = query.language ?? agent.languages[0] ?? "es";
        const profile = await readProfile(state.customer.id, { conversationId: board.conversationOf(params.id ?? ""), notes: state.notes }, spoken);
        await whisper.refreshBriefly();
        return ok(whisperFor(state, whisper.suggest(state, spoken), texts, readBehaviours, profile, spoken));
      },
    }),
    route({
      method: "post", path: "/tickets/:id/suggestions/:suggestionId/response", summary: "What I did with a suggestion", roles: deskRoles,
      body: z.strictObject({ response: z.enum(["sent", "edited", "dismissed"]) }),
      handle: (call) => owned(call, async (conversationId, ticketId, who) => {
        const { suggestionId = "" } = call.params;
        if (!(await whisper.knows(ticketId, suggestionId))) throw new NotFoundError("suggestion.not-found", { suggestionId: suggestionId.slice(0, 200) });
        return work.answerSuggestion(conversationId, ticketId, who, suggestionId, call.body.response);
      }),
    }),
    route({
      // The draft is read and forgotten: no log, no event, no count, and nobody else can ask for it.
      method: "post", path: "/tickets/:id/mirror", summary: "Read my own draft as the customer would; stored nowhere", roles: deskRoles, query: z.strictObject({ language }),
      body: z.strictObject({ draft: z.string().max(4_000) }),
      async handle({ agent, params, body, query }) {
        const state = await readable(params.id ?? "", agent);
        if (!state) return notYours;
        const customer = state.language ?? "es";
        const heard = repliesOfPerson(state).some((text) => readBehaviours(text, customer).support.length > 0);
        const found = mirror(body.draft, { language: customer, emotion: state.emotion.emotion, heard, formal });
        const spoken = query.language ?? agent.languages[0] ?? "es";
        const answer: MirrorAnswer = { ok: found.length === 0, findings: found.map((one) => ({ ...one, advice: texts.text(`mirror.${one.kind}`, {}, spoken) })) };
        return ok(answer);
      },
    }),
    route({
      method: "get", path: "/whisper/uses", summary: "What became of suggestions, of all people together", roles: everyone,
      async handle() {
        const uses: WhisperUses = await whisper.uses();
        return ok(uses);
      },
    }),
    route({
      method: "get", path: "/ask", summary: "Ask the digital colleague anything, in own words", roles: everyone, query: z.strictObject({ q: z.string().trim().min(1).max(500), language }),
      handle: ({ query }) => Promise.resolve(ok({ answers: ask(query.q, query.language ?? null) })),
    }),
  ];
}
