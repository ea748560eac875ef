import { z } from "zod";
import { noContent, ok, route, type ApiRoute } from "../api-route.ts";
import type { Role } from "../contract.ts";
import type { ApiParts } from "../parts.ts";

/** Who answers for what is held of customers. */
const answerable: readonly Role[] = ["supervisor", "admin"];
const auditors: readonly Role[] = ["supervisor", "editor", "admin"];
const pageAtMost = 500;

const timed = <T extends { at: number }>(entry: T): Omit<T, "at"> & { at: string } => ({ ...entry, at: new Date(entry.at).toISOString() });

export function customerRoutes({ customers, audit }: ApiParts): ApiRoute[] {
  return [
    route({
      method: "get", path: "/customers/:id/export", summary: "Everything held of a customer, what was derived included", roles: answerable,
      async handle({ params }) {
        const { exportedAt, conversations, customerId } = await customers.export(params.id ?? "");
        return ok({
          customerId, exportedAt: new Date(exportedAt).toISOString(),
          conversations: conversations.map(({ conversationId, beganAt, events, learnt }) => ({ conversationId, beganAt: new Date(beganAt).toISOString(), events: events.map(timed), learnt: learnt.map(timed) })),
        });
      },
    }),
    route({
      method: "del", path: "/customers/:id", summary: "Erase a customer and all that was learnt from them; the audit keeps that it was done", roles: answerable,
      query: z.strictObject({ why: z.string().trim().min(1).max(500).default("the customer asked for it") }),
      async handle({ agent, params, query }) {
        await customers.erase(params.id ?? "", agent.id, query.why);
        return noContent;
      },
    }),
    route({
      method: "get", path: "/audit", summary: "Who did what, when and why; append-only", roles: auditors,
      query: z.strictObject({ after: z.string().regex(/^\d{1,20}-\d{1,20}$/).optional(), limit: z.coerce.number().int().min(1).max(pageAtMost).default(100) }),
      async handle({ query }) {
        const entries = await audit.read(query.after ?? null, query.limit);
        return ok({ entries: entries.map(timed), next: entries.length === query.limit ? (entries.at(-1)?.id ?? null) : null });
      },
    }),
  ];
}
