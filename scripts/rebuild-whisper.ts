import { once } from "node:events";
import { join } from "node:path";
import { pino } from "pino";
import { connectBlocking, connectFast, type RedisAddress } from "../src/adapters/redis/connect.ts";
import { startEmbeddedRedis } from "../src/adapters/redis/embedded.ts";
import { createRedisFeed } from "../src/adapters/redis/redis-feed.ts";
import { createRedisLog } from "../src/adapters/redis/redis-log.ts";
import { answersPing } from "../src/adapters/redis/redis-ping.ts";
import { createRedisReactions } from "../src/adapters/redis/redis-reactions.ts";
import { socketPath } from "../src/adapters/redis/socket-path.ts";
import { createReactionFollower } from "../src/app/reaction-follower.ts";
import { readConfig } from "../src/config.ts";
import { ConfigError } from "../src/core/errors.ts";
import { candidatesOf } from "../src/nlu/catalogue-views.ts";
import { loadCatalogue } from "../src/nlu/catalogue.ts";
import { createRemember } from "../src/nlu/replies/remember.ts";

/**
 * `npm run rebuild:whisper`: builds what the whisper remembers anew from the log, beside running servers or without them; they take it over by themselves.
 * For after a change of what is masked or counted, and where the projection is in doubt.
 */
async function rebuild(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel }, process.stderr);
  const own = socketPath(join(config.dataDir, "redis"));
  // A server that runs already has the folder's Redis; it answers us as well.
  const running = config.redisUrl === null && (await answersPing(own)).kind === "pong";
  const embedded = config.redisUrl === null && !running ? await startEmbeddedRedis({ dataDir: config.dataDir, log }) : null;
  const address: RedisAddress = config.redisUrl === null ? { path: embedded?.path ?? own } : config.redisUrl.startsWith("/") ? { path: config.redisUrl } : { url: config.redisUrl };
  const redis = connectFast(address);
  const blocking = connectBlocking(address);
  try {
    if (redis.status !== "ready") await once(redis, "ready");
    const catalogue = await loadCatalogue(join(import.meta.dirname, "../intents"));
    const eventLog = createRedisLog(redis);
    const follower = createReactionFollower({
      log: eventLog, feed: createRedisFeed({ redis, blocking, log: eventLog, logger: log }), store: createRedisReactions(redis), clock: { now: () => Date.now() }, logger: log,
      remember: createRemember(candidatesOf(catalogue), [...catalogue.texts.values()].flatMap(({ es, en }) => [es, en]), config.signingSecret).remember,
    });
    const { conversations, replies } = await follower.rebuild();
    console.log(`The whisper remembers ${replies} replies of ${conversations} conversations.`);
  } finally {
    blocking.disconnect();
    redis.disconnect();
    await embedded?.stop();
  }
}

try {
  await rebuild();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 2;
}
