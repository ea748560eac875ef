import type { IncomingMessage } from "node:http";

/** Why a body was not taken; `status` is the answer. */
export class BodyRefused extends Error {
  readonly status: 400 | 413 | 415;
  readonly code: string;
  constructor(status: 400 | 413 | 415, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A client that sends slower than this is holding a place others need. Milliseconds. */
const patience = 10_000;

/**
 * Reads a request's body into memory, up to a limit in bytes. Stops reading at the limit, whatever the headers promise.
 * Throws BodyRefused.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = (): BodyRefused => new BodyRefused(413, "body.too-large", `The body is larger than ${limit} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => end(new BodyRefused(400, "body.too-slow", "The body did not arrive in time.")), patience);
    const end = (error: Error | null): void => {
      clearTimeout(timer);
      request.off("data", take).off("end", done).off("error", failed).off("aborted", failed);
      if (error) {
        request.pause();
        reject(error);
      } else resolve(Buffer.concat(chunks, size));
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) end(tooLarge());
      else chunks.push(chunk);
    };
    const done = (): void => end(null);
    const failed = (): void => end(new BodyRefused(400, "body.cut", "The body ended too early."));
    request.on("data", take).on("end", done).on("error", failed).on("aborted", failed);
  });
}
