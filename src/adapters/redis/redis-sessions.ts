import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Sessions } from "../../app/sessions.ts";
import { asking } from "./connect.ts";

/** One working day. Milliseconds. */
const lifetime = 12 * 3_600_000;

/** Redis holds only the hash: reading the store signs nobody in. */
const keyOf = (token: string): string => `relevo:{session}:${createHash("sha256").update(token).digest("base64url")}`;

/** Sessions in Redis, so that every process knows them and a sign-out counts everywhere. */
export function createRedisSessions(redis: Redis, secret: string): Sessions {
  const csrfOf = (token: string): string => createHmac("sha256", secret).update(`csrf ${token}`).digest("base64url");
  return {
    async begin(agentId) {
      const token = randomBytes(32).toString("base64url");
      await asking("session", redis.set(keyOf(token), agentId, "PX", lifetime));
      return { token, csrf: csrfOf(token) };
    },
    async find(token) {
      const agentId = await asking("session", redis.get(keyOf(token)));
      return agentId === null ? null : { agentId, csrf: csrfOf(token) };
    },
    async end(token) {
      await asking("session", redis.del(keyOf(token)));
    },
  };
}
