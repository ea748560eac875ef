import { accessSync, constants } from "node:fs";
import { join, resolve } from "node:path";

/** Where set-up unpacks Debian's packages when it may not install them. */
export const unpackedRedis = resolve(import.meta.dirname, "../../../.cache/redis");

const systemFolders = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"];
const debianMachines = ["x86_64-linux-gnu", "aarch64-linux-gnu"];

/** The words of a command that becomes redis-server (same process id) when given its options, or null when there is none. */
export function findRedisServer(folders: readonly string[] = systemFolders, unpacked = unpackedRedis): [string, ...string[]] | null {
  for (const folder of folders) {
    const path = join(folder, "redis-server");
    if (isExecutable(path)) return [path];
  }
  const path = join(unpacked, "usr/bin/redis-server");
  if (!isExecutable(path)) return null;
  const libraries = debianMachines.map((machine) => join(unpacked, "usr/lib", machine)).join(":");
  return ["env", `LD_LIBRARY_PATH=${libraries}`, path];
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
