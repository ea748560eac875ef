import { startEmbeddedRedis } from "../../src/adapters/redis/embedded.ts";
import { ConfigError } from "../../src/core/errors.ts";

/** A process of its own that starts the embedded Redis of a folder, says so in one line and stays: `start-embedded.ts DIR`. */
const [, , dataDir = ""] = process.argv;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

startEmbeddedRedis({ dataDir, log: silent }).then(
  (redis) => console.log(`pid ${redis.pid()}`),
  (error: unknown) => console.log(error instanceof ConfigError ? error.code : String(error)),
);

// Whoever started this ends it, also after a refusal, so that all starts are alive at once.
setInterval(() => undefined, 60_000);
