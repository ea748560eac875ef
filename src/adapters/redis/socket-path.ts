import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "../../core/errors.ts";

// sun_path of unix(7) holds 108 bytes with the closing zero.
const maxSocketBytes = 107;

/**
 * Where the server of a folder listens: in the folder, or where its path is too long for a socket in a private folder
 * below the system's temporary one, named by a hash so that the same folder always meets the same socket.
 *
 * @throws ConfigError when that temporary folder belongs to somebody else
 */
export function socketPath(directory: string, temporary = tmpdir()): string {
  const path = join(directory, "redis.sock");
  if (Buffer.byteLength(path) <= maxSocketBytes) return path;

  const short = join(temporary, `relevo-${createHash("sha256").update(directory).digest("hex").slice(0, 16)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const found = lstatSync(short);
  // Anybody may write to the temporary folder: who owns ours could offer a socket of his own.
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0) {
    throw new ConfigError("redis.socket-folder", `${short} belongs to somebody else; set a shorter DATA_DIR`);
  }
  return join(short, "redis.sock");
}
