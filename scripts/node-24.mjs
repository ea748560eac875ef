import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { findProgram, node, root, SetupError } from "./setup.mjs";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR2"];

/**
 * Runs a file on the Node 24 of the packages as if it were this process: the same terminal, the same signals, its exit code
 * (128 + signal when one ended it). `.env` fills in what the environment does not say.
 */
export function runOnNode24(file, args) {
  // Should we be killed outright, the file is told to end instead of running on unseen.
  const setpriv = findProgram(["setpriv"]);
  const prefix = setpriv ? [setpriv, "--pdeathsig", "TERM", "--"] : [];
  const envFile = join(root, ".env");
  const settings = existsSync(envFile) ? [`--env-file=${envFile}`] : [];
  const [program, ...words] = [...prefix, node, ...settings, join(root, file), ...args];
  // Compiled code is kept between starts: a fifth less CPU until the server is ready.
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, ".cache/compiled") };
  const child = spawn(program, words, { stdio: "inherit", env });
  // Ctrl-C in a terminal reaches the file by itself; told twice, a program may take it for impatience.
  const forward = (signal) => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, forward);
  // npm hands a signal to its shell only, and some shells end without passing it on: under npm, a shell that is gone means "end".
  const parent = process.ppid;
  const orphaned = process.env.npm_lifecycle_event ? setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500) : undefined;
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new SetupError(`Node 24 does not run here (${error.message}); delete node_modules and run this again`)));
    child.once("exit", (code, signal) => {
      clearInterval(orphaned);
      for (const name of forwarded) process.off(name, forward);
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}
