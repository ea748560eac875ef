/**
 * What a machine with only Node 20 and npm needs before our own code can run: packages (Node 24 among them), Redis,
 * Chromium for the browser tests, the built pages. Plain JavaScript without packages, because nothing is there yet.
 *
 * Every step looks first and is quick when there is nothing to do. Everything is said on stderr: some of our commands
 * write data to stdout. A step that fails throws SetupError, whose message is one line that names the remedy.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

export const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
export const node = join(root, "node_modules/.bin/node");

// Where Debian, Ubuntu and Homebrew put programs; src/adapters/redis/redis-binary.ts looks in the same places.
const programFolders = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"];
export const chromiumNames = ["chromium", "chromium-browser", "google-chrome"];

/** A step that cannot go on; the message is one line for the person at the keyboard. */
export class SetupError extends Error {}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs one of our commands; a SetupError ends it with its one line. */
export async function main(body) {
  try {
    const major = Number(process.versions.node.split(".")[0]);
    if (major < 20) throw new SetupError(`Node ${process.versions.node} is too old; install Node 20 or later from https://nodejs.org`);
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`error: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Installs the packages of the lockfile unless they are there. */
export async function ensurePackages() {
  if (!packagesMatch(readJson(join(root, "package-lock.json")), readJson(join(root, "node_modules/.package-lock.json")))) {
    say("Installing packages from package-lock.json (a minute or two the first time) ...");
    // Scripts of packages are not needed, and what does not run cannot do harm. Warnings are about other people's packages.
    const careful = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    // A second way for a registry that does not carry the packages of every platform: npm ci then finds the lockfile at fault.
    const done = (await run("npm", ["ci", ...careful])) || (await run("npm", ["install", "--no-save", ...careful]));
    if (!done) throw new SetupError("packages were not installed; check that npm reaches its registry (npm ping), then run this again");
  }
  if (!isProgram(node)) throw new SetupError("no Node 24 for this kind of machine among the packages; use Linux (x64 or arm64) or Windows (x64), or the Dockerfile");
}

/**
 * Whether what npm says it installed is what the lockfile asks for. npm writes its own note last, so an installation that
 * was interrupted does not match. Optional packages are for other machines where they are missing.
 */
export function packagesMatch(lock, installed) {
  if (!lock || !installed) return false;
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== "");
  const has = installed.packages ?? {};
  const complete = wanted.every(([path, entry]) => (has[path] ? has[path].version === entry.version : Boolean(entry.optional || entry.devOptional || entry.extraneous)));
  return complete && Object.keys(has).every((path) => path in lock.packages);
}

/** Makes sure that a redis-server can be started: the system's, or Debian's packages unpacked into .cache/redis. */
export async function ensureRedis() {
  const unpacked = join(root, ".cache/redis");
  if (findProgram(["redis-server"]) || isProgram(join(unpacked, "usr/bin/redis-server"))) return;
  const remedy = "install redis-server (Debian, Ubuntu: apt-get install redis-server) or set REDIS_URL";
  if (!findProgram(["apt-get"])) throw new SetupError(`no redis-server found; ${remedy}`);

  if (isRoot()) {
    if (!(await aptInstall("redis-server"))) throw new SetupError(`redis-server was not installed by apt-get; ${remedy}`);
    return;
  }
  say("Downloading Redis' Debian packages into .cache/redis (1.4 MB; no root needed) ...");
  const packages = join(root, ".cache/redis-packages");
  mkdirSync(packages, { recursive: true });
  let done = await run("apt-get", ["download", "redis-server", "redis-tools", "libjemalloc2", "liblzf1", "libatomic1"], {}, packages);
  for (const file of done ? readdirSync(packages) : []) done = (await run("dpkg", ["-x", join(packages, file), unpacked])) && done;
  if (!done || !isProgram(join(unpacked, "usr/bin/redis-server"))) {
    rmSync(unpacked, { recursive: true, force: true });
    throw new SetupError(`Redis' packages were not downloaded (apt-get update may be missing); ${remedy}`);
  }
}

/** Makes sure that the browser tests find a Chromium. */
export async function ensureChromium() {
  if (findProgram(chromiumNames)) return;
  const remedy = "install it (Debian: apt-get install chromium), then run this again";
  if (!findProgram(["apt-get"]) || !isRoot()) throw new SetupError(`no Chromium found for the browser tests; ${remedy}`);
  if (!(await aptInstall("chromium")) || !findProgram(chromiumNames)) throw new SetupError(`Chromium was not installed by apt-get; ${remedy}`);
}

/** Builds the pages into dist/web unless what they are made of is unchanged. */
export async function ensureWeb() {
  const stamp = join(root, "dist/web/.made-of");
  const sources = fingerprint(["src/web", "src/api/contract.ts", "src/core", "intents", "package-lock.json"].map((path) => join(root, path)));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  say("Building the pages (about ten seconds) ...");
  const built = await run(node, [join(root, "node_modules/vite/bin/vite.js"), "build", "--config", join(root, "src/web/vite.config.ts"), "--logLevel", "warn"]);
  if (!built) throw new SetupError("the pages were not built; the lines above say why");
  writeFileSync(stamp, sources);
}

/** A hash over names and contents of files and folders; the same tree gives the same text on every machine. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    let entries;
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      if (error.code !== "ENOTDIR") throw error;
      hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
      return;
    }
    for (const name of entries.map((entry) => entry.name).sort()) add(join(path, name));
  };
  paths.forEach(add);
  return hash.digest("hex");
}

/** Whether the start needs a Redis of ours. `.env` is read by Node 24 later; here only this one question matters. */
export function hasOwnRedis(env, envFile = join(root, ".env")) {
  if (env.REDIS_URL || env.REDIS_URL_FILE) return true;
  return existsSync(envFile) && /^\s*(export\s+)?REDIS_URL(_FILE)?\s*=\s*["']?[^\s"'#]/m.test(readFileSync(envFile, "utf8"));
}

async function aptInstall(name) {
  say(`Installing ${name} with apt-get (once) ...`);
  const settings = { DEBIAN_FRONTEND: "noninteractive" };
  // Another installation may be running; two minutes are longer than any of ours takes.
  const wait = ["-o", "DPkg::Lock::Timeout=120", "-qq"];
  // An update that fails (one dead source of several) need not stop the installation.
  await run("apt-get", [...wait, "update"], settings);
  return run("apt-get", [...wait, "install", "-y", "--no-install-recommends", name], settings);
}

/** Runs a program, its output on stderr, and says every quarter of a minute that it still runs; whether it ended well. */
export function run(program, args, settings = {}, cwd = root) {
  const started = Date.now();
  const progress = setInterval(() => say(`... still at it (${basename(program)}, ${Math.round((Date.now() - started) / 1000)} s)`), 15_000);
  const child = spawn(program, args, { cwd, stdio: ["ignore", 2, 2], env: { ...process.env, ...settings } });
  return new Promise((resolve) => {
    const done = (ok) => {
      clearInterval(progress);
      resolve(ok);
    };
    child.once("error", (error) => {
      say(`${program}: ${error.message}`);
      done(false);
    });
    child.once("exit", (code) => done(code === 0));
  });
}

export function findProgram(names) {
  return names.flatMap((name) => programFolders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot() {
  return process.getuid?.() === 0;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
