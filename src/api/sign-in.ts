import type { AgentAccount } from "../app/ports.ts";
import type { ApiParts } from "./parts.ts";
import type { HttpRequest } from "./http.ts";

export const cookieName = "relevo_session";

export type SignedIn = { agent: AgentAccount; token: string; csrf: string; byCookie: boolean };

const cookieOf = (header: string | undefined): string | null =>
  header?.split(";").map((pair) => pair.trim().split("=")).find(([name]) => name === cookieName)?.[1] ?? null;

/** Who makes this request, by bearer token or cookie; null when nobody signed in does. */
export async function signedIn({ headers }: Pick<HttpRequest, "headers">, { sessions, agents }: Pick<ApiParts, "sessions" | "agents">): Promise<SignedIn | null> {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(headers.authorization ?? "")?.[1];
  const token = bearer ?? cookieOf(headers.cookie);
  if (!token) return null;
  const session = await sessions.find(token);
  const agent = session && agents.byId(session.agentId);
  return session && agent ? { agent, token, csrf: session.csrf, byCookie: !bearer } : null;
}

export const cookieOfSession = (token: string, secure: boolean): string =>
  `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200${secure ? "; Secure" : ""}`;

export const endedCookie = `${cookieName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
