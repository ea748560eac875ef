import type { Redis } from "ioredis";
import type { OfferTakers } from "../../app/ports.ts";
import { asking } from "./connect.ts";

const takersKey = "relevo:{presence}:offer-takers";
const lookingKey = (agentId: string): string => `relevo:{presence}:offered:${agentId}`;

/** Who wants offers is a set; who looks at one is a key that runs out with it. */
export function createRedisOfferTakers(redis: Redis): OfferTakers {
  return {
    async choose(agentId, takes) {
      await asking("offers", takes ? redis.sadd(takersKey, agentId) : redis.srem(takersKey, agentId));
    },
    all: () => asking("offers", redis.smembers(takersKey)),
    reserve: async (agentId, ticketId, ms) => (await asking("offers", redis.set(lookingKey(agentId), ticketId, "PX", ms, "NX"))) === "OK",
    async release(agentId) {
      await asking("offers", redis.del(lookingKey(agentId)));
    },
  };
}
