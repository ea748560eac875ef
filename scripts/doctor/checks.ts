/** What was found on the machine, gathered by gather.ts; plain data, so that the rules below are tested without a machine. */
export type Facts = {
  nodeVersion: string;
  /** Each line one fault of the set-up. */
  configFaults: readonly string[];
  port: { host: string; port: number; state: "free" | "relevo" | "taken" | "unusable" };
  redis: RedisFacts;
  /** The models' files, or null where the folder is missing. */
  models: readonly string[] | null;
  dataDir: { path: string; writable: boolean; freeBytes: number };
  /** Milliseconds since 1970 on this machine. */
  now: number;
};

export type RedisFacts =
  | { kind: "absent"; why: string }
  | {
      kind: "reachable";
      /** Ours, under DATA_DIR, with durable settings of our own. */
      embedded: boolean;
      version: string;
      policy: string | null;
      appendOnly: boolean | null;
      /** The server's clock minus ours. */
      clockAheadMs: number;
    };

export type Check = { name: string; ok: boolean; found: string; fix: string | null };

// Streams and the scripts over them need 6.2; it is also what the queue library recommends.
const oldestRedis = [6, 2];
// Tokens live for minutes and timers count seconds: two servers further apart than this disagree on who is late.
const maxClockGapMs = 2_000;
// Nothing of this project existed before; an earlier clock is a dead battery.
const earliestNow = Date.UTC(2026, 0, 1);
// The append-only file doubles while it is rewritten.
const minFreeBytes = 200 * 1024 * 1024;

/** Every rule over the facts, in the order in which a person would mend them. */
export function checkAll(facts: Facts): Check[] {
  return [checkNode(facts), checkConfig(facts), checkDataDir(facts), checkPort(facts), ...checkRedis(facts.redis), checkClock(facts), checkModels(facts)];
}

const check = (name: string, ok: boolean, found: string, fix: string): Check => ({ name, ok, found, fix: ok ? null : fix });

function checkNode({ nodeVersion }: Facts): Check {
  return check("node", Number(nodeVersion.replace(/^v/, "").split(".")[0]) >= 24, nodeVersion, "run it with: npm run doctor (the packages bring Node 24)");
}

function checkConfig({ configFaults }: Facts): Check {
  const found = configFaults.length === 0 ? "complete" : configFaults.join(" | ");
  return check("configuration", configFaults.length === 0, found, "set the variables named, in the environment or in .env (.env.example lists them all)");
}

function checkPort({ port: { host, port, state } }: Facts): Check {
  const place = `${host}:${port}`;
  switch (state) {
    case "free": return check("port", true, `${place} is free`, "");
    case "relevo": return check("port", true, `Relevo is running on ${place}`, "");
    case "taken": return check("port", false, `${place} is taken by another program`, "stop that program, or set another PORT");
    case "unusable": return check("port", false, `${place} cannot be listened on`, "set HOST to an address of this machine, and PORT to 1024 or more");
  }
}

function checkRedis(redis: RedisFacts): Check[] {
  if (redis.kind === "absent") return [check("redis", false, redis.why, "start Redis and check REDIS_URL, or leave REDIS_URL empty and install redis-server (apt-get install redis-server)")];
  const { embedded, version, policy, appendOnly } = redis;
  const where = embedded ? "the private one under DATA_DIR" : "at REDIS_URL";
  return [
    check("redis", isAtLeast(version, oldestRedis), `${version}, ${where}`, `use Redis ${oldestRedis.join(".")} or later`),
    check("redis maxmemory-policy", policy === null || policy === "noeviction", policy ?? "hidden by the server", "run: redis-cli CONFIG SET maxmemory-policy noeviction (and set it in redis.conf), or conversations can vanish"),
    check("redis persistence", appendOnly !== false, persistence(appendOnly), "run: redis-cli CONFIG SET appendonly yes (and set it in redis.conf), or a crash of Redis loses minutes"),
  ];
}

function persistence(appendOnly: boolean | null): string {
  if (appendOnly === null) return "hidden by the server";
  return appendOnly ? "append-only file" : "no append-only file";
}

function checkClock({ now, redis }: Facts): Check {
  const time = new Date(now).toISOString();
  const gap = redis.kind === "reachable" ? Math.abs(redis.clockAheadMs) : 0;
  const found = gap > maxClockGapMs ? `${time}, ${Math.round(gap / 1000)} s away from Redis' clock` : time;
  return check("clock", now >= earliestNow && gap <= maxClockGapMs, found, "set the clock of the machine that is wrong (timedatectl set-ntp true)");
}

function checkModels({ models }: Facts): Check {
  return check("models", models !== null && models.length > 0, models?.join(", ") || "none", "run: npm run train (or get src/nlu/models back: git checkout -- src/nlu/models)");
}

function checkDataDir({ dataDir: { path, writable, freeBytes } }: Facts): Check {
  if (!writable) return check("data folder", false, `${path} cannot be written to`, "give this user the folder (chown), or set DATA_DIR");
  return check("data folder", freeBytes >= minFreeBytes, `${path}, ${Math.floor(freeBytes / 1024 / 1024)} MB free`, `free disk space: ${minFreeBytes / 1024 / 1024} MB at least`);
}

function isAtLeast(version: string, [major = 0, minor = 0]: number[]): boolean {
  const [foundMajor = 0, foundMinor = 0] = version.split(".").map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}
