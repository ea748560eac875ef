import type { Redis } from "ioredis";
import type { Audit, AuditEntry } from "../../app/ports.ts";
import { asking } from "./connect.ts";

const auditKey = "relevo:{audit}";

/** The audit as one Redis Stream: nothing in the code deletes from it or changes it. */
export function createRedisAudit(redis: Redis): Audit {
  return {
    async append(entry) {
      await asking("audit", redis.xadd(auditKey, "*", "e", JSON.stringify(entry)));
    },
    async read(after, limit) {
      const entries = await asking("audit", redis.xrange(auditKey, after === null ? "-" : `(${after}`, "+", "COUNT", limit));
      return entries.map(([id, [, json]]): AuditEntry => ({ ...(JSON.parse(json ?? "{}") as Omit<AuditEntry, "id">), id }));
    },
  };
}
