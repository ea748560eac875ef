import type { z } from "zod";
import type { AgentAccount } from "../app/ports.ts";
import type { Role } from "./contract.ts";
import type { HttpAnswer } from "./http.ts";

/** A request that was checked: who asks, with parsed body and query. */
export type ApiCall<B, Q> = { agent: AgentAccount; csrf: string; token: string; params: Record<string, string>; body: B; query: Q };

/** One entry of the table under /api/v1. `roles` may call it; an admin may call everything. */
export type ApiRoute = {
  method: "get" | "post" | "put" | "del";
  path: string;
  summary: string;
  roles: readonly Role[];
  body: z.ZodType | null;
  query: z.ZodType | null;
  handle(call: ApiCall<never, never>): Promise<HttpAnswer>;
};

export const everyone: readonly Role[] = ["viewer", "agent", "supervisor", "editor", "admin"];
export const deskRoles: readonly Role[] = ["agent", "supervisor", "admin"];

/** Types a route by its schemas. */
export function route<B = undefined, Q = undefined>(entry: {
  method: ApiRoute["method"]; path: string; summary: string; roles: readonly Role[]; body?: z.ZodType<B>; query?: z.ZodType<Q>;
  handle(call: ApiCall<B, Q>): Promise<HttpAnswer>;
}): ApiRoute {
  return { body: null, query: null, ...entry } as unknown as ApiRoute;
}

export const ok = (body: unknown): HttpAnswer => ({ status: 200, body });
export const noContent: HttpAnswer = { status: 204 };
