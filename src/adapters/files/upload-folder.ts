import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answerError, type HttpAnswer } from "../../api/http.ts";
import { InvalidInputError } from "../../core/errors.ts";

/** What may be uploaded, and the ending it is kept under. Nothing that a browser would run. */
const endings: Record<string, string> = {
  "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "application/pdf": "pdf", "text/plain": "txt",
};
/** 4 MiB: a phone's photo after its own compression. */
const limit = 4 * 1024 * 1024;

export type UploadFolder = {
  limit: number;
  save(file: { name: string; type: string; bytes: Uint8Array }): Promise<string>;
  read(id: string): Promise<HttpAnswer>;
  /** Deletes a file by the address `save` gave; what is no address of ours, or gone, is left. */
  remove(url: string): Promise<void>;
};

/** Uploaded files in a folder, under names nobody can guess; their own names are never used as paths. */
export function createUploadFolder(folder: string): UploadFolder {
  return {
    limit,
    async save({ type, bytes }) {
      const ending = endings[type];
      if (!ending) throw new InvalidInputError("upload.type-refused", { fields: [{ field: "content-type", message: `must be one of ${Object.keys(endings).join(", ")}` }] });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const id = `${randomBytes(18).toString("base64url")}.${ending}`;
      await writeFile(join(folder, id), bytes, { mode: 0o600 });
      return `/uploads/${id}`;
    },
    async read(id) {
      const [type] = Object.entries(endings).find(([, ending]) => id.endsWith(`.${ending}`)) ?? [];
      const missing = answerError(404, "not-found", "There is no such file.");
      if (!type || !/^[A-Za-z0-9_-]{24}\.[a-z]{3,4}$/.test(id)) return missing;
      try {
        const disposition = type.startsWith("image/") ? "inline" : "attachment";
        return { status: 200, body: await readFile(join(folder, id)), headers: { "content-type": type, "content-disposition": disposition, "cache-control": "private, max-age=86400", "content-security-policy": "sandbox" } };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return missing;
        throw error;
      }
    },
    async remove(url) {
      const [, id] = /^\/uploads\/([A-Za-z0-9_-]{24}\.[a-z]{3,4})$/.exec(url) ?? [];
      if (id !== undefined) await rm(join(folder, id), { force: true });
    },
  };
}
