import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { HandoffHub } from "../../app/handoff-hub.ts";
import { parseJson } from "../../api/activity.ts";
import { answerError, jsonLimit, type Door } from "../../api/http.ts";
import { handoffStates } from "../../core/handoff-protocol.ts";
import { signatureHeader, signatureOf } from "./http-hub.ts";

const person = z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(100) });
const activity = z.union([
  z.looseObject({ type: z.literal("event"), name: z.literal("handoff.status"), from: person.optional(), value: z.looseObject({ state: z.enum(handoffStates) }) }),
  z.looseObject({ type: z.literal("message"), id: z.string().min(1).max(200), from: person, text: z.string().trim().min(1).max(4_000) }),
]);

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Where a hub answers: `handoff.status` and the messages of its people, signed over the body as we sign what we send. */
export function hubDoor({ secret, hub, conversationOf }: { secret: string; hub: HandoffHub; conversationOf(ticketId: string): string }): Door {
  return {
    method: "post", path: "/api/handoffs/:ticketId/activities", body: "raw", bodyLimit: jsonLimit,
    async handle({ params, headers, body }) {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      const path = `/api/handoffs/${params.ticketId ?? ""}/activities`;
      if (!same(headers[signatureHeader] ?? "", signatureOf(secret, path, bytes))) return answerError(401, "signature.invalid", `Sign path and body with the shared secret in ${signatureHeader}.`);
      const given = activity.safeParse(parseJson(bytes.toString("utf8")));
      if (!given.success) return answerError(422, "invalid", "Send handoff.status with a state, or a message with id, from and text.");
      const ticketId = params.ticketId ?? "";
      const { data } = given;
      const done = await hub.hear(conversationOf(ticketId), ticketId, data.type === "message"
        ? { kind: "message", id: data.id, text: data.text, agent: data.from }
        : { kind: "status", state: data.value.state, agent: data.from ?? null });
      return done.ok ? { status: 204 } : answerError(409, done.why, "The handoff is no longer where this word would fit.");
    },
  };
}
