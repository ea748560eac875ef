import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { answerError, type Door, type HttpAnswer, type HttpRequest } from "../../api/http.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
  ".png": "image/png", ".webp": "image/webp", ".woff2": "font/woff2", ".json": "application/json", ".ico": "image/x-icon",
};
const zip = promisify(gzip);

/** Hashed names never change; the others are asked for anew but may be kept when unchanged. */
const forever = "public, max-age=31536000, immutable";
const revalidate = "no-cache";

/** Of what is not `'self'`: Web Chat reads a file the customer picked through a blob: address before it sends it. */
const policy = (nonce: string): string =>
  ["default-src 'none'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'", "img-src 'self' data: blob:",
    "font-src 'self' data:", "connect-src 'self' ws: wss: blob:", "manifest-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"].join("; ");

type Kept = { bytes: Buffer; zipped: Buffer | null };

/** The four pages and their files, from the folder the web build writes. */
export function pageDoors(folder: string): Door[] {
  const kept = new Map<string, Promise<Kept>>();

  const load = (path: string): Promise<Kept> => {
    const known = kept.get(path);
    if (known) return known;
    const loading = readFile(join(folder, path)).then(async (bytes) => ({ bytes, zipped: /\.(js|css|html|svg|json)$/.test(path) ? await zip(bytes) : null }));
    kept.set(path, loading);
    loading.catch(() => kept.delete(path));
    return loading;
  };

  const file = async (path: string, { headers }: HttpRequest, cache: string): Promise<HttpAnswer> => {
    const missing = answerError(404, "not-found", "There is no such file.");
    const type = types[extname(path)];
    if (!type || normalize(path) !== path || path.startsWith("..") || path.endsWith(".map")) return missing;
    try {
      const { bytes, zipped } = await load(path);
      const packed = zipped && headers["accept-encoding"]?.includes("gzip");
      return { status: 200, body: packed ? zipped : bytes, headers: { "content-type": type, "cache-control": cache, vary: "Accept-Encoding", ...(packed ? { "content-encoding": "gzip" } : {}) } };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return missing;
      throw error;
    }
  };

  const page = async (path: string): Promise<HttpAnswer> => {
    const nonce = randomBytes(16).toString("base64");
    const { bytes } = await load(path);
    return {
      status: 200, body: bytes.toString("utf8").replaceAll("__NONCE__", nonce),
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "content-security-policy": policy(nonce) },
    };
  };

  const get = (path: string, handle: Door["handle"]): Door => ({ method: "get", path, body: "none", bodyLimit: 0, handle });
  return [
    get("/", () => page("index.html")),
    get("/desk", () => page("desk.html")),
    get("/ops", () => page("ops.html")),
    get("/ask", () => page("ask.html")),
    ...["/desk", "/ops", "/ask"].map((path) => get(`${path}/`, () => Promise.resolve({ status: 301, headers: { location: path } }))),
    get("/widget.js", (request) => file("widget.js", request, revalidate)),
    get("/webchat.js", (request) => file("webchat.js", request, revalidate)),
    get("/assets/:name", (request) => file(`assets/${request.params.name ?? ""}`, request, forever)),
  ];
}
