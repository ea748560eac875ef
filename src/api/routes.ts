import { z } from "zod";
import { apiBase, apiDoors } from "./api-doors.ts";
import type { ApiRoute } from "./api-route.ts";
import { conversationRoutes } from "./handlers/conversation-routes.ts";
import { customerRoutes } from "./handlers/customer-routes.ts";
import { holdRoutes } from "./handlers/hold-routes.ts";
import { opsRoutes } from "./handlers/ops-routes.ts";
import { passOnRoutes } from "./handlers/pass-on-routes.ts";
import { credentials, loginDoor, sessionRoutes } from "./handlers/session-routes.ts";
import { ticketRoutes } from "./handlers/ticket-routes.ts";
import { whisperRoutes } from "./handlers/whisper-routes.ts";
import type { Door } from "./http.ts";
import type { ApiParts } from "./parts.ts";

/** Every route under /api/v1, with the OpenAPI page made from the same table. */
export function apiTable(parts: ApiParts): Door[] {
  const routes = [...sessionRoutes(parts), ...ticketRoutes(parts), ...whisperRoutes(parts), ...holdRoutes(parts), ...passOnRoutes(parts), ...conversationRoutes(parts), ...customerRoutes(parts), ...opsRoutes(parts)];
  const page = openApi(routes);
  return [
    loginDoor(parts),
    ...apiDoors(routes, parts),
    { method: "get", path: `${apiBase}/openapi.json`, body: "none", bodyLimit: 0, handle: () => Promise.resolve({ status: 200, body: page }) },
  ];
}

const schemaOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });

const responses = { "2XX": { description: "Done" }, "4XX": { description: "{error: {code, message, details?}}" }, "503": { description: "A part does not answer; send it again after Retry-After" } };

/** OpenAPI 3.1 of a route table, and of the call that makes the token all others need. */
export function openApi(routes: ApiRoute[]): unknown {
  const login = { summary: "Sign in", description: "Nobody needs to be signed in.", security: [], requestBody: { content: { "application/json": { schema: schemaOf(credentials) } } }, responses };
  const paths: Record<string, Record<string, unknown>> = { [`${apiBase}/login`]: { post: login } };
  for (const { method, path, summary, roles, body, query } of routes) {
    const name = apiBase + path.replace(/:(\w+)/g, "{$1}");
    const parameters = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({ name: parameter, in: "path", required: true, schema: { type: "string" } }));
    const asked = query ? [{ name: "query", in: "query", style: "form", explode: true, schema: schemaOf(query) }] : [];
    paths[name] = {
      ...paths[name],
      [method === "del" ? "delete" : method]: {
        summary, description: `Roles: ${roles.join(", ")}.`, parameters: [...parameters, ...asked],
        ...(body ? { requestBody: { content: { "application/json": { schema: schemaOf(body) } } } } : {}),
        responses,
      },
    };
  }
  return { openapi: "3.1.0", info: { title: "Relevo", version: "1" }, components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } }, security: [{ bearer: [] }], paths };
}
