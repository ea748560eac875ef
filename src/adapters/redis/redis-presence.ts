import type { Redis } from "ioredis";
import type { Clock, Presence, PresenceBoard } from "../../app/ports.ts";
import { asking } from "./connect.ts";

const presenceKey = (agentId: string): string => `relevo:{presence}:${agentId}`;

/** What is kept is the presence, or the presence and the moment it ends by itself: `away@1795348800000`. */
function known(text: string | null, now: number): Presence {
  const [presence, until] = (text ?? "").split("@");
  if (until !== undefined && now >= Number(until)) return "available";
  return presence === "available" || presence === "busy" || presence === "away" ? presence : "offline";
}

/**
 * Presence as keys that run out: an agent whose desk stops its heartbeats is offline without anyone saying so.
 *
 * @param expiry milliseconds a heartbeat keeps an agent present
 */
export function createRedisPresence(redis: Redis, { expiry, clock }: { expiry: number; clock: Clock }): PresenceBoard {
  return {
    async set(agentId, presence, until) {
      // Said offline is kept like the others: heartbeats of a desk that is still open must not contradict it.
      await asking("presence", redis.set(presenceKey(agentId), until === undefined ? presence : `${presence}@${until}`, "PX", expiry));
    },
    async beat(agentId) {
      const renewed = await asking("presence", redis.pexpire(presenceKey(agentId), expiry));
      if (renewed === 0) await asking("presence", redis.set(presenceKey(agentId), "available", "PX", expiry, "NX"));
      return clock.now() + expiry;
    },
    async of(agentIds) {
      if (agentIds.length === 0) return [];
      const kept = await asking("presence", redis.mget(agentIds.map(presenceKey)));
      return kept.map((text) => known(text, clock.now()));
    },
    async runsOutAt(agentId) {
      const left = await asking("presence", redis.pttl(presenceKey(agentId)));
      return left > 0 ? clock.now() + left : null;
    },
  };
}
