import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { Contacts } from "../../app/ports.ts";
import { asking } from "./connect.ts";

/** As long as the policy's longest setting asks back; after that nothing is left to forget. Milliseconds. */
const keptFor = 30 * 86_400_000;

/** A hash, so that no customer's id is in a key's name. */
const contactKey = (customerId: string): string => `relevo:{contacts}:${createHash("sha256").update(customerId).digest("base64url")}`;

/** When each customer last began a conversation, as keys that run out by themselves. */
export function createRedisContacts(redis: Redis): Contacts {
  return {
    async begin(customerId, conversationId, at) {
      const key = contactKey(customerId);
      const earlier = await asking("contacts", redis.get(key));
      const [conversation, time] = earlier?.split(" ") ?? [];
      if (conversation === conversationId) return null;
      await asking("contacts", redis.set(key, `${conversationId} ${at}`, "PX", keptFor));
      return time ? Number(time) : null;
    },
    async forget(customerId) {
      await asking("contacts", redis.del(contactKey(customerId)));
    },
  };
}
