import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { answerOfError, unexpected } from "../../api/error-answer.ts";
import type { HttpAnswer, HttpRequest, Socket, SocketDoor } from "../../api/http.ts";
import type { Log } from "../../app/ports.ts";

export type Sockets = { closeAll(): void };

/** A reader that is this far behind is not reading; it may come back with its watermark. Bytes. */
const bufferedAtMost = 1024 * 1024;
/** Clients send nothing of size over these sockets. Bytes. */
const frameAtMost = 64 * 1024;
/** Proxies close silent connections after about a minute. Milliseconds. */
const pingEvery = 25_000;
const restarting = 1012;
const tooSlow = 1008;

/** Mounts WebSocket doors on a raw server. An upgrade is decided on before it happens. */
export function mountSockets(
  server: { on(event: "upgrade", listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown }, doors: SocketDoor[], log: Log,
): Sockets {
  const upgrader = new WebSocketServer({ noServer: true, maxPayload: frameAtMost, perMessageDeflate: false });
  const patterns = doors.map((door) => ({ door, pattern: new RegExp(`^${door.path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`) }));

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const match = patterns.map(({ door, pattern }) => ({ door, found: pattern.exec(url.pathname) })).find(({ found }) => found);
    if (!match) return refuse(socket, { status: 404 });
    const opened = await match.door.open(requestOf(request, url, match.found?.groups ?? {}));
    if (typeof opened !== "function") return refuse(socket, opened);
    upgrader.handleUpgrade(request, socket, head, (client) => opened(socketOf(client, log)));
  };

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      const answer = answerOfError(error);
      if (!answer) log.error({ err: error }, "upgrade failed");
      refuse(socket, answer ?? unexpected());
    });
  });
  return {
    closeAll() {
      for (const client of upgrader.clients) client.close(restarting, "restarting");
    },
  };
}

function socketOf(client: WebSocket, log: Log): Socket {
  const ping = setInterval(() => client.ping(), pingEvery);
  client.on("close", () => clearInterval(ping));
  client.on("error", (error) => log.info({ err: error }, "socket failed"));
  return {
    send(text) {
      if (client.readyState !== client.OPEN) return;
      if (client.bufferedAmount > bufferedAtMost) return client.close(tooSlow, "reads too slowly");
      client.send(text);
    },
    close: (code, reason) => client.close(code, reason),
    onAlive: (listener) => void client.on("message", listener).on("pong", listener),
    onClose: (listener) => void client.on("close", listener),
  };
}

function refuse(socket: Duplex, { status, body }: HttpAnswer): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function requestOf(request: IncomingMessage, url: URL, params: Record<string, string>): HttpRequest {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
  return {
    method: "GET", params: { ...params }, query: Object.fromEntries(url.searchParams), headers, body: undefined,
    ip: request.socket.remoteAddress ?? "", baseUrl: `http://${request.headers.host ?? "localhost"}`,
  };
}
