import { z } from "zod";
import type { ApiRoute } from "./api-route.ts";
import { answerError, jsonLimit, type Door, type HttpAnswer, type HttpRequest } from "./http.ts";
import type { ApiParts } from "./parts.ts";
import { signedIn } from "./sign-in.ts";

export const apiBase = "/api/v1";

/** Turns the table of API routes into doors: who asks, may they, is the request well-formed; then the handler. */
export function apiDoors(routes: ApiRoute[], parts: ApiParts): Door[] {
  return routes.map((route) => ({
    method: route.method,
    path: apiBase + route.path,
    body: route.method === "get" ? "none" : "json",
    bodyLimit: jsonLimit,
    handle: (request) => guarded(route, request, parts),
  }));
}

/** A route that asks for nothing refuses what it is given, as every other refuses what it does not know. */
const nothing = z.strictObject({});

async function guarded(route: ApiRoute, request: HttpRequest, parts: ApiParts): Promise<HttpAnswer> {
  const who = await signedIn(request, parts);
  if (!who) return answerError(401, "unauthorized", "Sign in with POST /api/v1/login.");
  if (route.method !== "get" && who.byCookie && request.headers["x-relevo-csrf"] !== who.csrf) {
    return answerError(403, "csrf", "A write with the cookie needs the header X-Relevo-Csrf from the login answer.");
  }
  if (!who.agent.roles.some((role) => role === "admin" || route.roles.includes(role))) {
    return answerError(403, "forbidden", `This needs one of the roles ${route.roles.join(", ")}.`);
  }
  const body = checked(route.body ?? nothing, request.body ?? {}, "body");
  if ("refused" in body) return body.refused;
  const query = checked(route.query ?? nothing, request.query, "query");
  if ("refused" in query) return query.refused;
  // Whoever works on a ticket is there, whatever their desk's heartbeat does.
  if (route.method === "post" && route.path.startsWith("/tickets")) await parts.presence.beat(who.agent.id);
  return route.handle({ agent: who.agent, csrf: who.csrf, token: who.token, params: request.params, body: body.value as never, query: query.value as never });
}

/** Checks a body or query; unknown fields are refused, each by name. */
export function checked<T>(schema: z.ZodType<T>, given: unknown, where: string): { value: T } | { refused: HttpAnswer } {
  const result = schema.safeParse(given);
  if (result.success) return { value: result.data };
  const details = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message: "is not known here" }))
      : [{ field: issue.path.join(".") || where, message: issue.message }]);
  return { refused: answerError(422, "invalid", `The ${where} is not valid; see details for each field.`, details) };
}
