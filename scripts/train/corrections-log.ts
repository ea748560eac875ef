import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { connectFast } from "../../src/adapters/redis/connect.ts";
import type { RedisAddress } from "../../src/adapters/redis/connect.ts";
import { startEmbeddedRedis } from "../../src/adapters/redis/embedded.ts";
import { feedKey } from "../../src/adapters/redis/keys.ts";
import { createRedisLog } from "../../src/adapters/redis/redis-log.ts";
import { socketPath } from "../../src/adapters/redis/socket-path.ts";
import type { Config } from "../../src/config.ts";
import { partitions } from "../../src/core/conversation-id.ts";
import { ConfigError, UnavailableError } from "../../src/core/errors.ts";
import { correctionsIn } from "./read-corrections.ts";
import type { Correction } from "./read-corrections.ts";
import { conversationDigest } from "./taken-corrections.ts";

/** All corrections in the log, and the digests of conversations that were erased. */
export type LoggedCorrections = { corrections: Correction[]; erased: ReadonlySet<string> };

/** Feed entries read at once: small answers, so that a running server's own reads wait for none of them. */
const readCount = 1_000;
/** A healthy server on a far continent answers within a second. Milliseconds. */
const patience = 3_000;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Reads the log of REDIS_URL, or of the embedded Redis under DATA_DIR: the running server's, or one started for as long as the
 * reading takes. Only reads, a conversation at a time.
 *
 * @throws UnavailableError when Redis does not answer
 */
export async function correctionsFromLog({ redisUrl, dataDir }: Pick<Config, "redisUrl" | "dataDir">): Promise<LoggedCorrections> {
  if (redisUrl !== null) return readLog(redisUrl.startsWith("/") ? { path: redisUrl } : { url: redisUrl });
  const directory = join(dataDir, "redis");
  if (!existsSync(directory)) return { corrections: [], erased: new Set() };
  const embedded = await startEmbeddedRedis({ dataDir, log: silent }).catch((error: unknown) => {
    if (error instanceof ConfigError && error.code === "redis.in-use") return null;
    throw error;
  });
  try {
    return await readLog({ path: embedded?.path ?? socketPath(directory) });
  } finally {
    await embedded?.stop();
  }
}

async function readLog(address: RedisAddress): Promise<LoggedCorrections> {
  const redis = connectFast(address);
  try {
    if (redis.status !== "ready") {
      await once(redis, "ready", { signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
        throw new UnavailableError("store.unavailable", { what: "corrections" }, error);
      });
    }
    const log = createRedisLog(redis);
    const corrections: Correction[] = [];
    const erased = new Set<string>();
    for (const conversationId of await conversationIds(redis)) {
      const events = await log.read(conversationId, 0);
      if (events.length === 0) erased.add(conversationDigest(conversationId));
      else corrections.push(...correctionsIn(conversationId, events));
    }
    return { corrections, erased };
  } finally {
    redis.disconnect();
  }
}

/** Every conversation there ever was, from the feeds, which keep an erased one's name and nothing else of it. */
async function conversationIds(redis: Redis): Promise<string[]> {
  const ids = new Set<string>();
  for (let partition = 0; partition < partitions; partition += 1) {
    for (let after = "0-0"; ; ) {
      const entries = await redis.xrange(feedKey(partition), `(${after}`, "+", "COUNT", readCount);
      for (const [, [, conversationId = ""]] of entries) ids.add(conversationId);
      after = entries.at(-1)?.[0] ?? after;
      if (entries.length < readCount) break;
    }
  }
  return [...ids].sort();
}
