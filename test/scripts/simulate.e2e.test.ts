import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { startServer, type ServerProcess } from "../../scripts/bench/server-process.ts";

const root = resolve(__dirname, "../..");
const run = promisify(execFile);
const simulate = (...args: string[]) => run(process.execPath, [join(root, "scripts/simulate.ts"), ...args]);

describe("npm run simulate", () => {
  let dataDir: string;
  let server: ServerProcess;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "relevo-simulate-"));
    server = await startServer(join(root, "src/main.ts"), { PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, REDIS_URL: "", LOG_LEVEL: "error" });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("has customers answered by the assistant and by people, and loses nobody", async () => {
    const { stdout } = await simulate("--customers", "8", "--agents", "2", "--seconds", "8", "--seed", "3", "--url", server.url, "--json");
    const found = JSON.parse(stdout) as Record<string, number>;
    expect(found).toMatchObject({ lost: 0 });
    expect(found["answered"]).toBeGreaterThan(0);
    expect(found["taken"]).toBeGreaterThan(0);
    expect(found["conversations"]).toBe((found["answered"] ?? 0) + (found["served"] ?? 0) + (found["inLine"] ?? 0) + (found["withPerson"] ?? 0) + (found["messageTaken"] ?? 0));
  });

  it("finds those who wait in line when nobody is at the desk", async () => {
    const { stdout } = await simulate("--customers", "6", "--agents", "0", "--seconds", "5", "--seed", "5", "--url", server.url, "--json");
    const found = JSON.parse(stdout) as Record<string, number>;
    expect(found).toMatchObject({ lost: 0, taken: 0, served: 0, withPerson: 0 });
    expect(found["inLine"]).toBeGreaterThan(0);
  });

  it("leaves nobody with nobody when an agent dies and one of two processes is killed and started again", async () => {
    const { stdout } = await simulate("--customers", "14", "--agents", "3", "--agents-die", "1", "--seconds", "16", "--seed", "7", "--processes", "2", "--restart", "--json");
    const found = JSON.parse(stdout) as Record<string, unknown>;
    expect(found).toMatchObject({ lost: 0, mishaps: ["1 agents gone without a word", "one process killed and started again"] });
    expect(found["conversations"]).toBeGreaterThan(14);
  });

  it("kills no server that is not its own", async () => {
    const failed = await simulate("--restart").catch((error: { code: number; stderr: string }) => error);
    expect(failed).toMatchObject({ code: 2, stderr: "error: --restart needs --processes: a server that is not ours is not killed\n" });
  });

  it("says in one line that there is no server", async () => {
    const failed = await simulate("--url", "http://127.0.0.1:9").catch((error: { code: number; stderr: string }) => error);
    expect(failed).toMatchObject({ code: 2, stderr: "error: no ready server at http://127.0.0.1:9; start one with npm start\n" });
  });

  it("refuses numbers it cannot use", async () => {
    const failed = await simulate("--agents", "51").catch((error: { code: number; stderr: string }) => error);
    expect(failed).toMatchObject({ code: 2, stderr: "error: --agents must be a whole number from 0 to 50\n" });
  });
});
