import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { startEmbeddedRedis, type EmbeddedRedis } from "../../../src/adapters/redis/embedded.ts";
import { ConfigError } from "../../../src/core/errors.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const root = resolve(__dirname, "../../..");
const starter = join(root, "test/support/start-embedded.ts");

describe("the embedded Redis", () => {
  let dataDir: string;
  const running: EmbeddedRedis[] = [];
  const children: ChildProcess[] = [];

  const start = async (folder = dataDir) => {
    const redis = await startEmbeddedRedis({ dataDir: folder, log: silent });
    running.push(redis);
    return redis;
  };

  /** Another process that starts the embedded Redis of the same folder and prints its process id, or the error. */
  const startElsewhere = async () => {
    const child = spawn(join(root, "node_modules/.bin/node"), [starter, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return { child, said: line.toString().trim() };
  };

  const withClient = async <T>(path: string, use: (redis: Redis) => Promise<T>): Promise<T> => {
    const client = new Redis(path);
    try {
      return await use(client);
    } finally {
      client.disconnect();
    }
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "relevo-embedded-"));
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    for (const redis of running.splice(0)) await redis.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("keeps what was written when it is stopped and started again", async () => {
    const first = await start();
    await withClient(first.path, (client) => client.set("order", "1043"));
    await first.stop();

    const second = await start();
    expect(await withClient(second.path, (client) => client.get("order"))).toBe("1043");
  });

  it("writes every second to disk, never forgets a key by itself and listens on no port", async () => {
    const { path } = await start();
    const settings = await withClient(path, async (client) => ({
      appendonly: await client.config("GET", "appendonly"),
      appendfsync: await client.config("GET", "appendfsync"),
      policy: await client.config("GET", "maxmemory-policy"),
      port: await client.config("GET", "port"),
    }));
    expect(settings).toEqual({
      appendonly: ["appendonly", "yes"],
      appendfsync: ["appendfsync", "everysec"],
      policy: ["maxmemory-policy", "noeviction"],
      port: ["port", "0"],
    });
  });

  it("refuses a second start of one folder and names the process that uses it", async () => {
    await start();
    await expect(startEmbeddedRedis({ dataDir, log: silent })).rejects.toThrow(ConfigError);
    await expect(startEmbeddedRedis({ dataDir, log: silent })).rejects.toThrow(new RegExp(`process ${process.pid}.*set another DATA_DIR`));
  });

  it("lets exactly one of six simultaneous starts have the folder", async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, startElsewhere));
    expect(outcomes.filter(({ said }) => said.startsWith("pid ")).length).toBe(1);
    expect(outcomes.filter(({ said }) => said.startsWith("redis.in-use")).length).toBe(5);
  });

  it("comes back on the same socket with its data after it was killed", async () => {
    const redis = await start();
    const before = redis.pid();
    await withClient(redis.path, async (client) => {
      await client.set("order", "1043");
      const reconnected = new Promise((resolve) => client.once("close", () => client.once("ready", resolve)));
      process.kill(before ?? 0, "SIGKILL");
      await reconnected;
      expect(await client.get("order")).toBe("1043");
    });
    expect(redis.pid()).not.toBe(before);
  });

  it("starts again at once after its starter was killed with SIGKILL", async () => {
    const elsewhere = await startElsewhere();
    elsewhere.child.kill("SIGKILL");
    await once(elsewhere.child, "exit");

    const redis = await start();
    expect(`pid ${redis.pid()}`).not.toBe(elsewhere.said);
  });

  it("ends an orphan that was stopped and cannot answer", async () => {
    const elsewhere = await startElsewhere();
    const orphan = Number(elsewhere.said.replace("pid ", ""));
    process.kill(orphan, "SIGSTOP");
    elsewhere.child.kill("SIGKILL");
    await once(elsewhere.child, "exit");

    const redis = await start();
    expect(redis.pid()).not.toBe(orphan);
    await expectGone(orphan);
  });

  it("ends with its starter, so that no server stays behind", async () => {
    const elsewhere = await startElsewhere();
    const server = Number(elsewhere.said.replace("pid ", ""));
    elsewhere.child.kill("SIGKILL");
    await expectGone(server);
  });

  it("works in a folder whose path is too long for a socket", async () => {
    const deep = join(dataDir, "a".repeat(60), "b".repeat(60));
    const redis = await start(deep);
    expect(Buffer.byteLength(redis.path)).toBeLessThan(108);
    expect(await withClient(redis.path, (client) => client.ping())).toBe("PONG");
  });
});

/** Polls, because the end of a process that is not our child is no event; jest's deadline bounds it. */
async function expectGone(pid: number): Promise<void> {
  const state = () => {
    try {
      return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "")[0];
    } catch {
      return undefined;
    }
  };
  while (![undefined, "Z"].includes(state())) await wait(10);
}
