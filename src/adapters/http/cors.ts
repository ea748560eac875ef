import type { Request, Response } from "restify";

/** The addresses a chat on another site's page calls. */
const chatPaths = /^\/(api\/directline|v3\/directline|uploads|webchat\.js|widget\.js)(\/|$|\?)/;

/**
 * Lets pages of trusted sites talk to the chat's addresses, by name and without cookies; answers their preflights.
 *
 * @returns true when the request was a preflight and is answered
 */
export function allowTrustedOrigins(request: Request, response: Response, trusted: readonly string[]): boolean {
  const { origin } = request.headers;
  if (!origin || !chatPaths.test(request.url ?? "") || !trusted.includes(origin)) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("vary", "Origin");
  if (request.method !== "OPTIONS") return false;
  response.setHeader("access-control-allow-methods", "GET, POST, OPTIONS");
  response.setHeader("access-control-allow-headers", "authorization, content-type, x-ms-bot-agent, x-requested-with");
  response.setHeader("access-control-max-age", "600");
  response.writeHead(204);
  response.end();
  return true;
}
