/** HTTP as data: handlers get a request and return an answer; only the adapter knows the server. */
export type HttpRequest = {
  method: string;
  params: Record<string, string>;
  query: Record<string, string>;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  /** Parsed JSON, raw bytes or undefined, as the door asks. */
  body: unknown;
  ip: string;
  /** How the client reached this server, without a slash at the end. */
  baseUrl: string;
};

export type HttpAnswer = { status: number; body?: unknown; headers?: Record<string, string> };

/** One entry of the route table. `bodyLimit` in bytes. */
export type Door = {
  method: "get" | "post" | "put" | "del";
  /** `:name` marks a parameter. */
  path: string;
  body: "json" | "raw" | "none";
  bodyLimit: number;
  handle(request: HttpRequest): Promise<HttpAnswer>;
};

/** A WebSocket as handlers see it: text out. A reader that does not keep up is closed by the adapter. */
export type Socket = {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** A sign of life: a frame, or the answer to a ping. What clients write over these sockets is not read. */
  onAlive(listener: () => void): void;
  onClose(listener: () => void): void;
};

/** Decides on an upgrade before it happens: an answer refuses it, a function takes the socket. */
export type SocketDoor = { path: string; open(request: HttpRequest): Promise<HttpAnswer | ((socket: Socket) => void)> };

/** 256 KiB: more than any real message with a card, less than an attack needs. */
export const jsonLimit = 256 * 1024;

export const answerError = (status: number, code: string, message: string, details?: unknown, headers?: Record<string, string>): HttpAnswer => ({
  status, body: { error: { code, message, ...(details === undefined ? {} : { details }) } }, ...(headers ? { headers } : {}),
});
