import type { Request, Response, Server } from "restify";
import { parseJson } from "../../api/activity.ts";
import { answerOfError, unexpected } from "../../api/error-answer.ts";
import { answerError, type Door, type HttpAnswer, type HttpRequest } from "../../api/http.ts";
import type { Log } from "../../app/ports.ts";
import { BodyRefused, readBody } from "./read-body.ts";

/** Mounts one entry of a route table on restify: reads the body as asked, runs the handler, writes the answer. */
export function mountDoor(server: Server, door: Door, log: Log, publicUrl: string | null): void {
  const mount = server[door.method].bind(server);
  mount(door.path, async (request: Request, response: Response) => {
    let answer: HttpAnswer;
    try {
      answer = await door.handle({ ...requestOf(request, publicUrl), body: await bodyOf(request, door) });
    } catch (error) {
      answer = error instanceof BodyRefused ? { ...answerError(error.status, error.code, error.message), headers: { connection: "close" } } : (answerOfError(error) ?? failed(error, door, log));
    }
    write(response, answer);
  });
}

function failed(error: unknown, { method, path }: Door, log: Log): HttpAnswer {
  log.error({ err: error, method, path }, "request failed");
  return unexpected();
}

export function write(response: Response, { status, body, headers = {} }: HttpAnswer): void {
  if (response.headersSent) return;
  // restify asks this mark of its own before it answers an error itself; without it a 404 is sent twice and ends the process.
  (response as Response & { _sent: boolean })._sent = true;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (body === undefined) {
    response.writeHead(status);
    response.end();
    return;
  }
  const raw = typeof body === "string" || Buffer.isBuffer(body);
  if (!raw && !("content-type" in headers)) response.setHeader("content-type", "application/json; charset=utf-8");
  response.writeHead(status);
  response.end(raw ? body : JSON.stringify(body));
}

async function bodyOf(request: Request, door: Door): Promise<unknown> {
  if (door.body === "none") return undefined;
  if (door.body === "json") {
    const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
    if (type && type !== "application/json") throw new UnsupportedType();
    const bytes = await readBody(request, door.bodyLimit);
    if (bytes.length === 0) return undefined;
    if (!type) throw new UnsupportedType();
    return parseJson(bytes.toString("utf8"));
  }
  return readBody(request, door.bodyLimit);
}

class UnsupportedType extends BodyRefused {
  constructor() {
    super(415, "body.unsupported-type", "Send the body as content-type application/json.");
  }
}

/** What handlers see of a request. The address is the socket's: a forwarded-for header is whatever its sender likes. */
function requestOf(request: Request, publicUrl: string | null): Omit<HttpRequest, "body"> {
  const { host = "localhost" } = request.headers;
  const { url = "/" } = request;
  const search = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  const params = (request.params ?? {}) as Record<string, string>;
  return {
    method: request.method ?? "GET",
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    query: Object.fromEntries(new URLSearchParams(search)),
    headers,
    ip: request.socket.remoteAddress ?? "",
    baseUrl: publicUrl ?? `http://${host}`,
  };
}
