import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { Redis } from "ioredis";
import { readConfig, type Environment } from "../../src/config.ts";
import { ConfigError } from "../../src/core/errors.ts";
import { startEmbeddedRedis } from "../../src/adapters/redis/embedded.ts";
import { socketPath } from "../../src/adapters/redis/socket-path.ts";
import type { Facts, RedisFacts } from "./checks.ts";

const modelsFolder = resolve(import.meta.dirname, "../../src/nlu/models");
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
// A healthy server on a far continent answers within a second; a person waits for this.
const patienceMs = 3_000;

/** Looks at the machine. Leaves nothing behind but DATA_DIR and what a first start would make in it. */
export async function gatherFacts(env: Environment): Promise<Facts> {
  const { configFaults, config } = configOf(env);
  const dataDir = dataDirFacts(config.dataDir);
  return {
    nodeVersion: process.version,
    configFaults,
    port: { host: config.host, port: config.port, state: await portState(config.host, config.port) },
    redis: await redisFacts(config.redisUrl, config.dataDir, dataDir.writable),
    models: filesOf(modelsFolder),
    dataDir,
    now: Date.now(),
  };
}

/** The set-up, or as much of it as the other checks need where it has faults. */
function configOf(env: Environment) {
  try {
    return { configFaults: [], config: readConfig(env) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const port = Number(env["PORT"] || 3978);
    const config = { host: env["HOST"] || "127.0.0.1", port: Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 3978, redisUrl: env["REDIS_URL"] || null, dataDir: resolve(env["DATA_DIR"] || ".data") };
    return { configFaults: error.message.split("\n"), config };
  }
}

async function portState(host: string, port: number): Promise<Facts["port"]["state"]> {
  const outcome = await new Promise<string | null>((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "unknown"));
    server.listen(port, host, () => server.close(() => done(null)));
  });
  if (outcome === null) return "free";
  if (outcome !== "EADDRINUSE") return "unusable";
  return (await isRelevo(host, port)) ? "relevo" : "taken";
}

async function isRelevo(host: string, port: number): Promise<boolean> {
  try {
    const place = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
    const answer = await fetch(`http://${place.includes(":") ? `[${place}]` : place}:${port}/metrics`, { signal: AbortSignal.timeout(patienceMs) });
    return answer.ok && (await answer.text()).includes("relevo_");
  } catch {
    // Whatever listens there, it does not speak as we do.
    return false;
  }
}

async function redisFacts(url: string | null, dataDir: string, writable: boolean): Promise<RedisFacts> {
  if (url !== null) return askRedis(url, false);
  if (!writable) return { kind: "absent", why: "DATA_DIR cannot be written to" };
  try {
    const embedded = await startEmbeddedRedis({ dataDir, log: silent });
    try {
      return await askRedis(embedded.path, true);
    } finally {
      await embedded.stop();
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // A running server has it: ask that one.
    if (error.code === "redis.in-use") return askRedis(socketPath(join(dataDir, "redis")), true);
    return { kind: "absent", why: error.message };
  }
}

async function askRedis(address: string, embedded: boolean): Promise<RedisFacts> {
  const redis = new Redis(address, { lazyConnect: true, connectTimeout: patienceMs, commandTimeout: patienceMs, retryStrategy: () => null });
  let failure = "it closed the connection";
  // connect() only says that the connection is closed; why is said here.
  redis.on("error", (error: NodeJS.ErrnoException) => {
    failure = error.code ?? error.message;
  });
  try {
    await redis.connect();
    const info = await redis.info("server");
    const before = Date.now();
    const [seconds, micros] = await redis.time();
    const clock = Number(seconds) * 1000 + Number(micros) / 1000;
    const [policy, appendOnly] = [await setting(redis, "maxmemory-policy"), await setting(redis, "appendonly")];
    return {
      kind: "reachable",
      embedded,
      version: /redis_version:(\S+)/.exec(info)?.[1] ?? "unknown",
      policy,
      appendOnly: appendOnly === null ? null : appendOnly === "yes",
      clockAheadMs: clock - (before + Date.now()) / 2,
    };
  } catch (error) {
    const why = error instanceof Error && error.message !== "Connection is closed." ? error.message : failure;
    return { kind: "absent", why: `no answer from Redis (${why})` };
  } finally {
    redis.disconnect();
  }
}

/** Hosted servers may refuse CONFIG; what cannot be seen is not called wrong. */
async function setting(redis: Redis, name: string): Promise<string | null> {
  try {
    const answer = (await redis.config("GET", name)) as string[];
    return answer[1] ?? null;
  } catch {
    return null;
  }
}

function dataDirFacts(path: string): Facts["dataDir"] {
  const probe = join(path, `.doctor-${process.pid}`);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    writeFileSync(probe, "");
    rmSync(probe);
    const { bavail, bsize } = statfsSync(path);
    return { path, writable: true, freeBytes: bavail * bsize };
  } catch {
    // The check's text says what to do; the system's reason would add nothing to it.
    return { path, writable: false, freeBytes: 0 };
  }
}

function filesOf(folder: string): string[] | null {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith(".")).sort();
  } catch {
    return null;
  }
}
