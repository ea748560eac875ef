import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface, type Interface } from "node:readline";

const root = resolve(__dirname, "../..");

describe("running one of our files on Node 24", () => {
  let child: ChildProcess;
  let lines: AsyncIterator<string>;
  let reader: Interface;

  const start = (file: string, ...args: string[]) => {
    const started = spawn(process.execPath, [join(root, "scripts/run.mjs"), file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    child = started;
    reader = createInterface({ input: started.stdout });
    lines = reader[Symbol.asyncIterator]();
  };
  const line = async () => (await lines.next()).value as string | undefined;

  afterEach(() => {
    reader.close();
    child.kill("SIGTERM");
  });

  it("passes arguments, signals and the exit code on, and adds nothing to stdout", async () => {
    start("test/support/until-signal.ts", "one", "two words");
    expect(await line()).toMatch(/^running \d+ v24\.\S+ one two words$/);
    child.kill("SIGINT");
    expect(await line()).toBe("interrupted");
    child.kill("SIGTERM");
    expect(await line()).toBe("stopping");
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(7);
  });

  it("ends the file when it is killed itself", async () => {
    start("test/support/until-signal.ts");
    await line();
    child.kill("SIGKILL");
    expect(await line()).toBe("stopping");
  });

  it("ends the file when npm's shell is ended without passing the signal on", async () => {
    // Two commands keep the shell from becoming node itself, as npm's does not either.
    const command = `"${process.execPath}" "${join(root, "scripts/run.mjs")}" test/support/until-signal.ts; true`;
    const shell = spawn("/bin/sh", ["-c", command], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, npm_lifecycle_event: "start" } });
    child = shell;
    reader = createInterface({ input: shell.stdout });
    lines = reader[Symbol.asyncIterator]();
    expect(await line()).toMatch(/^running/);
    shell.kill("SIGTERM");
    expect(await line()).toBe("stopping");
  });

  it.each(["bench", "intents-check", "screenshots", "simulate", "train"])("%s says which option it does not have, and what it has", async (name) => {
    start(`scripts/${name}.ts`, "--nonsense");
    let said = "";
    child.stderr?.on("data", (data: Buffer) => (said += data.toString()));
    const [code] = (await once(child, "close")) as [number];
    expect([code, said]).toEqual([2, expect.stringMatching(/^error: Unknown option '--nonsense'.*\n(?:.*\n)*.*npm run/)]);
    expect(said).not.toContain("    at ");
  });

  it("fails with one line when no file is named", async () => {
    start("");
    let said = "";
    child.stderr?.on("data", (data: Buffer) => (said += data.toString()));
    const [code] = (await once(child, "close")) as [number];
    expect([code, said]).toEqual([1, "error: name the file to run: node scripts/run.mjs scripts/doctor.ts\n"]);
  });
});
