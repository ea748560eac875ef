import { Redis, type RedisOptions } from "ioredis";
import { UnavailableError } from "../../core/errors.ts";

/** Where Redis is: a URL, or the path of a unix socket. */
export type RedisAddress = { url: string } | { path: string };

/** A command that takes longer is given up and the caller told; with Redis stopped (not dead) nothing else would end it. */
const commandTimeout = 3_000;

const reconnectAfter = (attempt: number): number => Math.min(50 * 2 ** attempt, 1_000);

/** Options for a connection that keeps trying to come back, for as long as the process lives. */
export function redisOptions(address: RedisAddress): RedisOptions {
  if ("path" in address) return { path: address.path, retryStrategy: reconnectAfter };
  const { hostname, port, username, password, pathname, protocol } = new URL(address.url);
  return {
    host: hostname, port: Number(port || 6379), db: Number(pathname.slice(1) || 0), retryStrategy: reconnectAfter,
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(protocol === "rediss:" ? { tls: {} } : {}),
  };
}

/** A connection whose commands fail at once while Redis is away instead of queueing: a promise that cannot be kept is not made. */
export function connectFast(address: RedisAddress): Redis {
  return quiet(new Redis({ ...redisOptions(address), enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout, enableAutoPipelining: true }));
}

/** A connection for waiting reads; it may block for long. */
export function connectBlocking(address: RedisAddress): Redis {
  return quiet(new Redis({ ...redisOptions(address), maxRetriesPerRequest: null }));
}

/** ioredis reports each failed attempt as an event; readiness tells the same once, so the event is only kept from ending the process. */
function quiet(redis: Redis): Redis {
  return redis.on("error", () => undefined);
}

/** Runs a command and turns every failure of the connection or the server into UnavailableError. */
export async function asking<T>(what: string, command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    throw new UnavailableError("store.unavailable", { what }, error);
  }
}
