import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { CustomerIndex } from "../../app/ports.ts";
import { asking } from "./connect.ts";

/** A hash, so that no customer's id is in a key's name. */
const indexKey = (customerId: string): string => `relevo:{customers}:${createHash("sha256").update(customerId).digest("base64url")}`;
const cursorKey = "relevo:{customers}:cursor";

/** The conversations of each customer, as a set sorted by when they began. */
export function createRedisCustomerIndex(redis: Redis): CustomerIndex {
  return {
    async add(customerId, conversationId, at) {
      await asking("customers", redis.zadd(indexKey(customerId), at, conversationId));
    },
    async of(customerId) {
      const flat = await asking("customers", redis.zrevrange(indexKey(customerId), 0, -1, "WITHSCORES"));
      return Array.from({ length: flat.length / 2 }, (_, i) => ({ conversationId: flat[2 * i] ?? "", at: Number(flat[2 * i + 1]) }));
    },
    async forget(customerId) {
      await asking("customers", redis.del(indexKey(customerId)));
    },
    cursor: () => asking("customers", redis.get(cursorKey)),
    async keepCursor(cursor) {
      await asking("customers", redis.set(cursorKey, cursor));
    },
  };
}
