import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";

export type ServerProcess = {
  url: string;
  pid: number;
  /** CPU the process has used on all its threads, in milliseconds. */
  cpuMs(): number;
  stop(): Promise<void>;
};

const nanosecondsPerMs = 1e6;

/** Starts a TypeScript file as a server of its own and waits for its line `ready URL`. Its stderr is ours. */
export async function startServer(file: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } });
  const ended = once(child, "exit");
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^ready (http:\/\/\S+)/.exec(line)?.[1];
      if (url) return url;
    }
    throw new Error(`${file} ended before it was ready`);
  })();
  const url = await ready;
  child.stdout.resume();
  const pid = child.pid ?? 0;
  return {
    url,
    pid,
    cpuMs: () => cpuMs(pid),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/**
 * CPU used by a process, from the scheduler's own nanosecond count (proc(5), schedstat): the usual tick of 10 ms is too
 * coarse for half-second windows. Threads that have ended are not in it; a server's threads live as long as it does.
 */
export function cpuMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]), 0) / nanosecondsPerMs;
}
