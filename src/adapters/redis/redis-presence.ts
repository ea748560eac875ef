import type { Redis } from "ioredis";
import type { Clock, Presence, PresenceBoard } from "../../app/ports.ts";
import { asking } from "./connect.ts";

const presenceKey = (agentId: string): string => `relevo:{presence}:${agentId}`;

const known = (text: string | null): Presence => (text === "available" || text === "busy" || text === "away" ? text : "offline");

/**
 * Presence as keys that run out: an agent whose desk stops its heartbeats is offline without anyone saying so.
 *
 * @param expiry milliseconds a heartbeat keeps an agent present
 */
export function createRedisPresence(redis: Redis, { expiry, clock }: { expiry: number; clock: Clock }): PresenceBoard {
  return {
    async set(agentId, presence) {
      // Said offline is kept like the others: heartbeats of a desk that is still open must not contradict it.
      await asking("presence", redis.set(presenceKey(agentId), presence, "PX", expiry));
    },
    async beat(agentId) {
      const renewed = await asking("presence", redis.pexpire(presenceKey(agentId), expiry));
      if (renewed === 0) await asking("presence", redis.set(presenceKey(agentId), "available", "PX", expiry, "NX"));
      return clock.now() + expiry;
    },
    async of(agentIds) {
      if (agentIds.length === 0) return [];
      const kept = await asking("presence", redis.mget(agentIds.map(presenceKey)));
      return kept.map(known);
    },
  };
}
