import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type TestServer = {
  url: string;
  dataDir: string;
  /** What the process wrote so far, on both streams. */
  output(): string;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing answers, as in a pause of the machine. */
  pause(): void;
  resume(): void;
  /** Starts again on the same data and port, after stop() or kill(). */
  restart(): Promise<void>;
  /** Stops and deletes the data. */
  remove(): Promise<void>;
};

const root = resolve(import.meta.dirname, "../..");
const node = join(root, "node_modules/.bin/node");

/** A port nobody uses now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** The whole server as a process of its own, with an embedded Redis in a folder of its own. `until` is the output that says it is up. */
export async function startServer(env: Record<string, string> = {}, until = /^ready http/m): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "relevo-"));
  const port = await freePort();
  let written = "";
  let child = await start();

  async function start(): Promise<ChildProcess> {
    written = "";
    const { PATH = "", HOME = "" } = process.env;
    const server = spawn(node, [join(root, "src/main.ts")], { env: { PATH, HOME, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "error", ...env }, stdio: ["ignore", "pipe", "pipe"] });
    process.once("exit", () => server.kill("SIGKILL"));
    await new Promise<void>((resolveStart, reject) => {
      const take = (chunk: Buffer): void => {
        written += chunk.toString();
        if (until.test(written)) resolveStart();
      };
      server.stdout.on("data", take);
      server.stderr.on("data", take);
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${written}`)));
    });
    return server;
  }

  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, "exit");
    return child.exitCode;
  };

  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    output: () => written,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    restart: async () => void (child = await start()),
    async remove() {
      child.kill("SIGCONT");
      await end("SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
