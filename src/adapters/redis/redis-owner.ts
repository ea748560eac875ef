import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Who started the server of a folder. The server writes a file `owner-PID-STARTED.pid` that names its starter and holds its
 * own process id, and deletes it when it ends. A process id alone is not enough: the system uses them again.
 */
const pidFilePattern = /^owner-(\d+)-(\d+)\.pid$/;

// Redis ends within milliseconds of a TERM unless the disk is slow; what is still there after this is stopped or stuck.
const termPatienceMs = 5_000;
const pollMs = 20;

/** The name of this process in pid files. */
export function ownerName(): string {
  return `owner-${process.pid}-${startedAt(process.pid) ?? 0}`;
}

/** The process that started the folder's server and still runs, or null. */
export function livingOwner(directory: string): number | null {
  const owner = pidFiles(directory).find(({ owner, started, server }) => startedAt(owner) === started && isRunning(server));
  return owner?.owner ?? null;
}

/** Ends the folder's server if its starter is gone; returns after a short wait when there is none to be seen yet. */
export async function endOrphan(directory: string, socket: string): Promise<void> {
  for (const { file, owner, started, server } of pidFiles(directory)) {
    if (startedAt(owner) === started) continue;
    if (isOurs(server, socket)) {
      signal(server, "SIGTERM");
      // A stopped process takes its TERM only when it goes on.
      signal(server, "SIGCONT");
      const deadline = Date.now() + termPatienceMs;
      while (isOurs(server, socket)) {
        if (Date.now() > deadline) signal(server, "SIGKILL");
        await wait(pollMs);
      }
    }
    rmSync(join(directory, file), { force: true });
  }
  await wait(pollMs);
}

function pidFiles(directory: string): { file: string; owner: number; started: number; server: number }[] {
  return readdirSync(directory).flatMap((file) => {
    const match = pidFilePattern.exec(file);
    const server = Number(read(join(directory, file))?.trim());
    return match && server > 0 ? [{ file, owner: Number(match[1]), started: Number(match[2]), server }] : [];
  });
}

/** When a process started, in clock ticks since boot (field 22 of proc(5)); null when it is gone or a zombie. */
function startedAt(pid: number): number | null {
  // The name in the second field may hold spaces and parentheses: count from the last one.
  const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\) /s, "").split(" ");
  if (!fields || fields[0] === "Z") return null;
  return Number(fields[19]);
}

function isRunning(pid: number): boolean {
  return startedAt(pid) !== null;
}

/** A redis-server shows its socket in its title, so a process id that was used again is never signalled. */
function isOurs(pid: number, socket: string): boolean {
  return isRunning(pid) && (read(`/proc/${pid}/cmdline`)?.includes(socket) ?? false);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Gone between the look and the read: the same as not there.
    return null;
  }
}
