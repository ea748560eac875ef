import type { Redis } from "ioredis";
import type { Clock, Desks } from "../../app/ports.ts";
import { asking } from "./connect.ts";

const desksKey = (agentId: string): string => `relevo:{presence}:desks:${agentId}`;

/**
 * Open desks as members of a sorted set, each with the moment until which it counts.
 *
 * @param lasts milliseconds a desk counts without a sign of life: longer than the pause between two pings
 */
export function createRedisDesks(redis: Redis, { lasts, clock }: { lasts: number; clock: Clock }): Desks {
  return {
    async opened(agentId, deskId) {
      const key = desksKey(agentId);
      await asking("desks", redis.multi().zadd(key, clock.now() + lasts, deskId).zremrangebyscore(key, 0, clock.now()).pexpire(key, lasts).exec());
    },
    async closed(agentId, deskId) {
      await asking("desks", redis.zrem(desksKey(agentId), deskId));
    },
    areOpen: (agentIds) => asking("desks", Promise.all(agentIds.map(async (agentId) => (await redis.zcount(desksKey(agentId), clock.now(), "+inf")) > 0))),
  };
}
