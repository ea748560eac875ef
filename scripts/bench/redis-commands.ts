import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { findRedisServer } from "../../src/adapters/redis/redis-binary.ts";

export type WatchedRedis = {
  url: string;
  /** Starts counting; the function returned ends it and gives what was sent meanwhile. */
  watch(): Promise<() => Promise<CommandCount>>;
  stop(): Promise<void>;
};

/** Commands by name. `waiting` are those of connections that wait for news (they cost no turn any time), `direct` all others. */
export type CommandCount = { direct: Map<string, number>; waiting: Map<string, number> };

/** A Redis on TCP, as durable as the embedded one: only there does MONITOR tell connections apart. */
export async function startWatchedRedis(): Promise<WatchedRedis> {
  const command = findRedisServer();
  if (!command) throw new Error("No redis-server found; npm start installs it");
  const directory = mkdtempSync(join(tmpdir(), "relevo-bench-"));
  const port = await freePort();
  const [program, ...words] = command;
  const server = spawn(program, [...words, "--port", String(port), "--bind", "127.0.0.1", "--dir", directory, "--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--maxmemory-policy", "noeviction"], { stdio: "ignore" });
  const client = new Redis(port, "127.0.0.1", { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on("error", () => undefined); // until the server listens; ping() below waits for it
  await client.ping();
  const monitors: Socket[] = [];

  return {
    url: `redis://127.0.0.1:${port}`,
    watch: async () => {
      const seen: { source: string; name: string; blocks: boolean }[] = [];
      const monitor = connect(port, "127.0.0.1");
      monitors.push(monitor);
      const lines = createInterface({ input: monitor });
      const listening = once(lines, "line");
      lines.on("line", (line) => {
        const [, source = "", name = "", rest = ""] = told.exec(line.toLowerCase()) ?? [];
        if (name !== "" && source !== "lua") seen.push({ source, name, blocks: /^(b[lrz]?pop|blmove|bzpop)/.test(name) || (name.startsWith("xread") && rest.includes('"block"')) });
      });
      monitor.write("MONITOR\r\n");
      await listening;
      return async () => {
        // MONITOR tells in order: once our own mark has come, all before it has.
        const mark = `mark-${process.hrtime.bigint()}`;
        await client.echo(mark);
        while (!seen.some(({ name }) => name === "echo")) await wait(5);
        return count(seen.filter(({ name }) => !unrelated.has(name)));
      };
    },
    stop: async () => {
      client.disconnect();
      for (const monitor of monitors) monitor.destroy();
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A line of MONITOR: time, database and connection, command and its arguments. Read as it comes: ioredis takes what arrives together with the OK for a reply, and fails. */
const told = /^\+[\d.]+ \[\d+ ([^\]]+)\] "([^"]*)"(.*)$/;

/** Our own mark, and the server's look each second whether Redis is there, which comes with or without turns. */
const unrelated = new Set(["echo", "ping"]);

function count(seen: readonly { source: string; name: string; blocks: boolean }[]): CommandCount {
  const waiters = new Set(seen.filter(({ blocks }) => blocks).map(({ source }) => source));
  const counted: CommandCount = { direct: new Map(), waiting: new Map() };
  for (const { source, name } of seen) {
    const side = waiters.has(source) ? counted.waiting : counted.direct;
    side.set(name, (side.get(name) ?? 0) + 1);
  }
  return counted;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
