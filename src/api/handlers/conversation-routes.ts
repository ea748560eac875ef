import { z } from "zod";
import { typical } from "../../core/emotion.ts";
import { emotions } from "../../core/understanding.ts";
import type { StoredEvent } from "../../core/events.ts";
import { deskRoles, noContent, ok, route, type ApiRoute } from "../api-route.ts";
import type { EmotionPoint } from "../contract.ts";
import { answerError } from "../http.ts";
import type { ApiParts } from "../parts.ts";
import { mayRead, wireEvent } from "../ticket-view.ts";

const correction = z.strictObject({ turnId: z.string().min(1).max(512), emotion: z.enum(emotions).optional(), intent: z.string().max(100).optional() })
  .refine(({ emotion, intent }) => emotion !== undefined || intent !== undefined, { message: "name an emotion, an intent or both", path: ["emotion"] });

const notReadable = answerError(403, "not-yours", "This conversation is with somebody else.");

/** The emotional timeline as read when each turn came, and as a person put it right since. */
function emotionPoints(events: StoredEvent[]): EmotionPoint[] {
  const put = new Map(events.flatMap((event) => (event.type === "ReadingCorrected" && event.emotion ? [[event.turnId, event.emotion] as const] : [])));
  return events.flatMap((event) => {
    if (event.type !== "TurnUnderstood" || !event.understanding.emotion) return [];
    const right = put.get(event.turnId);
    const read = right ? { emotion: right, ...typical[right], confidence: 1, evidence: [] } : event.understanding.emotion;
    return [{ turnId: event.turnId, at: new Date(event.at).toISOString(), ...read }];
  });
}

export function conversationRoutes({ conversations, log, work, texts }: ApiParts): ApiRoute[] {
  return [
    route({
      method: "get", path: "/conversations/:id", summary: "The whole story, or what came after a version", roles: deskRoles,
      query: z.strictObject({ after: z.coerce.number().int().min(0).max(1e9).default(0) }),
      async handle({ agent, params, query }) {
        const id = params.id ?? "";
        const { state, version } = await conversations.load(id);
        if (!state.started) return answerError(404, "conversation.not-found", "There is no such conversation.");
        if (!mayRead(agent, state)) return notReadable;
        const events = await log.read(id, query.after, version);
        const { channel, customer, language, ticket } = state;
        return ok({
          conversation: { id, channel, customer: { id: customer.id, name: customer.name }, language: language ?? "es", ticketId: ticket?.ticketId ?? null },
          version, events: events.map(wireEvent), emotion: emotionPoints(events),
        });
      },
    }),
    route({
      method: "post", path: "/conversations/:id/corrections", summary: "Correct how a turn was read", roles: deskRoles, body: correction,
      async handle({ agent, params, body }) {
        const id = params.id ?? "";
        const { state } = await conversations.load(id);
        if (!mayRead(agent, state)) return notReadable;
        if (body.intent !== undefined && !texts.has(`${body.intent}.title`)) return answerError(422, "invalid", "The body is not valid; see details for each field.", [{ field: "intent", message: "is not known here" }]);
        await work.correct(id, { id: agent.id, name: agent.name }, body.turnId, body.emotion ?? null, body.intent ?? null);
        return noContent;
      },
    }),
  ];
}
