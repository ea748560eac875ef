import { z } from "zod";
import { deskRoles, route, type ApiRoute } from "../api-route.ts";
import type { ApiParts } from "../parts.ts";
import { ownedIn } from "./ticket-acts.ts";

/** A day: what takes longer is no conversation any more. Minutes. */
const holdAtMost = 1_440;

/** Letting an offer pass, and putting a chat aside. */
export function holdRoutes(parts: ApiParts): ApiRoute[] {
  const owned = ownedIn(parts);
  return [
    route({
      method: "post", path: "/tickets/:id/decline", summary: "Let an offer pass: it goes back to its place in the line", roles: deskRoles,
      handle: (call) => owned(call, (conversationId, ticketId, who) => parts.offers.decline(conversationId, ticketId, who)),
    }),
    route({
      method: "post", path: "/tickets/:id/hold", summary: "Put my ticket on hold: it takes no capacity and comes back by itself", roles: deskRoles,
      body: z.strictObject({ minutes: z.number().int().min(1).max(holdAtMost) }),
      handle: (call) => owned(call, (conversationId, ticketId, who) => parts.hold.hold(conversationId, ticketId, who, call.body.minutes)),
    }),
    route({
      method: "post", path: "/tickets/:id/resume", summary: "Take up again what I put on hold", roles: deskRoles,
      handle: (call) => owned(call, (conversationId, ticketId, who) => parts.hold.resume(conversationId, ticketId, who)),
    }),
  ];
}
