import { z } from "zod";
import { deskRoles, everyone, noContent, ok, route, type ApiRoute } from "../api-route.ts";
import { checked } from "../api-doors.ts";
import { answerError, jsonLimit, type Door } from "../http.ts";
import type { ApiParts } from "../parts.ts";
import { createRateLimit } from "../rate-limit.ts";
import { cookieOfSession, endedCookie } from "../sign-in.ts";

/** What signing in asks for. */
export const credentials = z.strictObject({ email: z.string().max(200), password: z.string().max(200) });

/** A pause ends by itself; what is longer is the end of a shift. Minutes. */
const pauseAtMost = 120;

/** Wrong sign-ins an address may make in a minute. Right ones are not counted: a whole team starts its shift behind one address. */
const wrongPerMinute = 20;

/** Signing in is the one call that needs nobody signed in. */
export function loginDoor({ checkPassword, sessions, agents, clock, secureCookie }: ApiParts): Door {
  const wrong = createRateLimit({ perMinute: wrongPerMinute, now: () => clock.now() });
  return {
    method: "post", path: "/api/v1/login", body: "json", bodyLimit: jsonLimit,
    async handle({ body, ip }) {
      const wait = wrong.wait(ip);
      if (wait > 0) return answerError(429, "too-many-requests", "Too many wrong sign-ins from this address; try again later.", undefined, { "retry-after": String(wait) });
      const given = checked(credentials, body ?? {}, "body");
      if ("refused" in given) return given.refused;
      const agentId = await checkPassword(given.value.email, given.value.password);
      const agent = agentId ? agents.byId(agentId) : null;
      if (!agent) wrong.take(ip);
      if (!agent) return answerError(401, "wrong-credentials", "The e-mail and the password do not belong together.");
      const { token, csrf } = await sessions.begin(agent.id);
      const { id, name, roles, languages, agentSkills } = agent;
      return { status: 200, body: { token, csrf, agent: { id, name, roles, languages, agentSkills } }, headers: { "set-cookie": cookieOfSession(token, secureCookie) } };
    },
  };
}

export function sessionRoutes({ sessions, presence, board, clock, heartbeatSeconds, takers, offers, lease }: ApiParts): ApiRoute[] {
  return [
    route({
      method: "post", path: "/logout", summary: "End the session", roles: everyone,
      async handle({ token, agent }) {
        await presence.set(agent.id, "offline");
        await takers.choose(agent.id, false);
        await sessions.end(token);
        await Promise.all([lease.left(agent.id), offers.left(agent.id)]);
        return { status: 204, headers: { "set-cookie": endedCookie } };
      },
    }),
    route({
      method: "get", path: "/me", summary: "Who I am, presence, capacity and load", roles: everyone,
      async handle({ agent, csrf }) {
        const { id, name, roles, languages, agentSkills, capacity } = agent;
        const [[state = "offline"], taking] = await Promise.all([presence.of([id]), takers.all()]);
        return ok({ id, name, roles, languages, agentSkills, csrf, presence: state, capacity, load: board.load(id), offers: taking.includes(id) });
      },
    }),
    route({
      method: "put", path: "/me/presence", summary: "Say whether I take chats", roles: deskRoles,
      body: z.strictObject({
        presence: z.enum(["available", "busy", "away", "offline"]),
        offers: z.boolean().optional(),
        minutes: z.number().int().min(1).max(pauseAtMost).optional(),
      }),
      async handle({ agent, body }) {
        await presence.set(agent.id, body.presence, body.minutes === undefined ? undefined : clock.now() + body.minutes * 60_000);
        if (body.offers !== undefined) await takers.choose(agent.id, body.offers);
        if (body.presence === "offline") await lease.left(agent.id);
        if (body.presence === "available") await offers.look();
        else await offers.left(agent.id);
        return noContent;
      },
    }),
    route({
      method: "post", path: "/me/heartbeat", summary: "Stay present", roles: deskRoles,
      async handle({ agent }) {
        const expiresAt = await presence.beat(agent.id);
        const [state = "offline"] = await presence.of([agent.id]);
        return ok({ everySeconds: heartbeatSeconds, expiresAt: new Date(expiresAt).toISOString(), now: new Date(clock.now()).toISOString(), presence: state });
      },
    }),
  ];
}
