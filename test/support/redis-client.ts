import { once } from "node:events";
import type { Redis } from "ioredis";
import { connectFast } from "../../src/adapters/redis/connect.ts";
import { startTestRedis } from "./redis.ts";

/** A Redis of its own for a test file, started before its tests and ended after them. */
export function useTestRedis(): () => Redis {
  let client: Redis | null = null;
  let stop = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    const server = await startTestRedis();
    stop = () => server.stop();
    client = connectFast({ path: server.path });
    if (client.status !== "ready") await once(client, "ready");
  });
  afterAll(async () => {
    client?.disconnect();
    await stop();
  });
  return () => {
    if (!client) throw new Error("Redis is there from the first test on, not before");
    return client;
  };
}
