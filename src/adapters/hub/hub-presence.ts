import { hubPrefix } from "../../app/handoff-hub.ts";
import type { Clock, PresenceBoard } from "../../app/ports.ts";

/** No heartbeat comes from a hub's people: while the hub has a handoff they count as there, and what they owe is watched by what they say. Milliseconds. */
const looksAhead = 60_000;

/** The presence of our own desk, with a hub's people always there. */
export function withHubPeople(own: PresenceBoard, clock: Clock): PresenceBoard {
  const theirs = (agentId: string): boolean => agentId.startsWith(hubPrefix);
  return {
    ...own,
    set: (agentId, presence, until) => (theirs(agentId) ? Promise.resolve() : own.set(agentId, presence, until)),
    async of(agentIds) {
      const known = await own.of(agentIds.filter((id) => !theirs(id)));
      let next = 0;
      return agentIds.map((id) => (theirs(id) ? "available" : (known[next++] ?? "offline")));
    },
    runsOutAt: (agentId) => (theirs(agentId) ? Promise.resolve(clock.now() + looksAhead) : own.runsOutAt(agentId)),
  };
}
