import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Entry = { version: string; optional?: boolean };
type Packages = { packages: Record<string, Entry> };

// Set-up is plain JavaScript, because it runs before there is anything else; its shapes are stated here.
const { packagesMatch, fingerprint, hasOwnRedis } = require("../../scripts/setup.mjs") as {
  packagesMatch(lock: Packages | null, installed: Packages | null): boolean;
  fingerprint(paths: string[]): string;
  hasOwnRedis(env: Record<string, string | undefined>, envFile: string): boolean;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relevo-setup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("whether packages must be installed", () => {
  const lock: Packages = { packages: { "": { version: "0.1.0" }, "node_modules/a": { version: "1.0.0" }, "node_modules/other-machine": { version: "1.0.0", optional: true } } };
  const installed = (packages: Packages["packages"]) => packagesMatch(lock, { packages });

  it("is no when what is installed is what the lockfile says", () => {
    expect(installed({ "node_modules/a": { version: "1.0.0" } })).toBe(true);
    expect(installed({ "node_modules/a": { version: "1.0.0" }, "node_modules/other-machine": { version: "1.0.0" } })).toBe(true);
  });

  it("is yes when a package is missing, of another version, or too many", () => {
    expect(installed({})).toBe(false);
    expect(installed({ "node_modules/a": { version: "1.0.1" } })).toBe(false);
    expect(installed({ "node_modules/a": { version: "1.0.0" }, "node_modules/other-machine": { version: "0.9.0" } })).toBe(false);
    expect(installed({ "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.0.0" } })).toBe(false);
  });

  it("is yes on a fresh clone and after an installation that was interrupted", () => {
    expect(packagesMatch(lock, null)).toBe(false);
  });
});

describe("whether the pages must be built", () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it("follows names and contents, in folders too", () => {
    mkdirSync(join(folder, "deep"));
    write("deep/a.ts", "1");
    const before = fingerprint([folder]);
    expect(fingerprint([folder])).toBe(before);

    write("deep/a.ts", "2");
    const changed = fingerprint([folder]);
    expect(changed).not.toBe(before);

    write("b.ts", "");
    expect(fingerprint([folder])).not.toBe(changed);
  });

  it("does not mind a folder that is not there", () => {
    expect(fingerprint([join(folder, "absent")])).toBe(fingerprint([]));
  });
});

describe("whether a start brings its own Redis", () => {
  const envFile = (text: string) => {
    const path = join(folder, ".env");
    writeFileSync(path, text);
    return path;
  };

  it("is said by the environment", () => {
    const none = join(folder, "absent");
    expect(hasOwnRedis({}, none)).toBe(false);
    expect(hasOwnRedis({ REDIS_URL: "" }, none)).toBe(false);
    expect(hasOwnRedis({ REDIS_URL: "redis://localhost" }, none)).toBe(true);
    expect(hasOwnRedis({ REDIS_URL_FILE: "/run/secrets/redis" }, none)).toBe(true);
  });

  it.each(["REDIS_URL=redis://localhost", "PORT=1\nexport REDIS_URL = 'redis://localhost'", "REDIS_URL_FILE=/run/secrets/redis"])("is said by .env: %s", (text) => {
    expect(hasOwnRedis({}, envFile(text))).toBe(true);
  });

  it.each(["REDIS_URL=", "# REDIS_URL=redis://localhost", "REDIS_URL= # none", 'REDIS_URL=""', "OTHER_REDIS_URL=x"])("is not said by .env: %s", (text) => {
    expect(hasOwnRedis({}, envFile(text))).toBe(false);
  });
});

describe("completing the lockfile", () => {
  const { completed } = require("../../scripts/complete-lock.mjs") as { completed(packages: Record<string, object>): Record<string, object> };

  it("adds what is missing for other platforms with the platform its name tells, and leaves the rest alone", () => {
    const optionalDependencies = { "@x/core-darwin-arm64": "1.2.3", "@x/core-linux-x64-musl": "^1.2.3", "@x/core-linux-x64-gnu": "1.2.3" };
    const packages = { "": {}, "node_modules/@x/core": { version: "1.2.3", dev: true, optionalDependencies }, "node_modules/@x/core-linux-x64-gnu": { version: "1.2.3", integrity: "sha512-x" } };
    expect(completed(packages)).toEqual({
      ...packages,
      "node_modules/@x/core-darwin-arm64": { version: "1.2.3", dev: true, optional: true, cpu: ["arm64"], os: ["darwin"] },
      "node_modules/@x/core-linux-x64-musl": { version: "1.2.3", dev: true, optional: true, cpu: ["x64"], os: ["linux"], libc: ["musl"] },
    });
  });

  it("stops at a name it cannot read instead of guessing", () => {
    expect(() => completed({ "node_modules/a": { optionalDependencies: { "a-native": "1.0.0" } } })).toThrow("cannot tell the platform of a-native");
  });
});

describe("the lockfile", () => {
  it("holds the packages of every platform, or npm ci refuses it (node scripts/complete-lock.mjs adds them)", () => {
    const { packages } = require("../../package-lock.json") as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages)));
    expect(missing).toEqual([]);
  });
});
