import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import type { z } from "zod";

/** The files given are not what the command takes; the message says where and what to do. */
export class InputError extends Error {}

/**
 * Reads JSON lines, plain or packed by name; blank lines are skipped, and the mark that some editors begin a file with (U+FEFF).
 *
 * @param wanted what a line looks like, for the message
 * @throws InputError naming file, line and field
 */
export async function linesOf<T>(file: string, shape: z.ZodType<T>, wanted: string): Promise<T[]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new InputError(`${file} cannot be read: check the name`, { cause });
  });
  return unpacked(file, bytes).replace(/^\uFEFF/, "").split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = shape.safeParse(json(line));
    if (parsed.success) return [parsed.data];
    const fault = parsed.error.issues[0];
    throw new InputError(`${file}, line ${i + 1}: ${fault && fault.path.length > 0 ? `${fault.path.join(".")}: ${fault.message}` : "not a JSON object"}; each line is ${wanted}`);
  });
}

function unpacked(file: string, bytes: Buffer): string {
  if (!file.endsWith(".gz")) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch (cause) {
    throw new InputError(`${file} is not gzip: unpack it or drop .gz from its name`, { cause });
  }
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** One JSON object a line; packed where the name ends in .gz. */
export async function writeLines(file: string, lines: readonly object[]): Promise<void> {
  const content = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  await writeFile(file, file.endsWith(".gz") ? gzipSync(content) : content).catch((cause: unknown) => {
    throw new InputError(`${file} cannot be written: check that its folder exists`, { cause });
  });
}
