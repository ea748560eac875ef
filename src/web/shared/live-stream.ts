import type { StreamFrame } from "../../api/contract.ts";

export type StreamStatus = "connecting" | "live" | "down";

/** The part of a WebSocket that is used; the browser's own fits. */
export type Socket = {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  /** The code of the close; 4400 says that the cursor is not known any more. */
  onclose: ((code: number) => void) | null;
  close(): void;
};

type Parts = {
  /** Opens a socket that resumes after the cursor; null on the first connect. */
  open(after: string | null): Socket;
  onFrame(frame: StreamFrame): void;
  onStatus(status: StreamStatus): void;
  later(run: () => void, ms: number): () => void;
};

/** The cursor is from another life of the server: start from now, and ask for everything once more. */
const staleCursor = 4400;

/** The first retry is quick (a restart of the server takes a second), the last is calm enough for a hundred desks at once. */
export const retryAfterMs = (attempt: number): number => Math.min(10_000, 500 * 2 ** attempt);

/**
 * Keeps the live stream open. After a cut it resumes from the last cursor it saw, so nothing is missed and nothing comes twice.
 *
 * @returns a function that closes it for good
 */
export function keepStream({ open, onFrame, onStatus, later }: Parts): () => void {
  let cursor: string | null = null;
  let attempt = 0;
  let stopped = false;
  let socket: Socket | null = null;
  let cancel: (() => void) | null = null;

  const connect = (): void => {
    cancel = null;
    onStatus(attempt === 0 ? "connecting" : "down");
    const own = open(cursor);
    socket = own;
    own.onmessage = ({ data }) => {
      const frame = parseFrame(data);
      if (!frame || stopped) return;
      cursor = frame.cursor;
      if (frame.type === "hello") {
        attempt = 0;
        onStatus("live");
      }
      onFrame(frame);
    };
    own.onclose = (code) => {
      if (stopped || socket !== own) return;
      if (code === staleCursor) cursor = null;
      onStatus("down");
      cancel = later(connect, retryAfterMs(attempt));
      attempt += 1;
    };
  };
  connect();
  return () => {
    stopped = true;
    cancel?.();
    socket?.close();
  };
}

const kinds = Object.keys({ hello: true, ticket: true, "ticket-closed": true, events: true, typing: true, viewing: true, nudge: true, pause: true } satisfies Record<StreamFrame["type"], true>);

/** A frame of the contract, or null for anything else: a newer server may send kinds this page does not know. */
export function parseFrame(data: unknown): StreamFrame | null {
  if (typeof data !== "string") return null;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  const frame = value as { cursor?: unknown; type?: unknown } | null;
  if (typeof frame?.cursor !== "string") return null;
  return kinds.some((kind) => kind === frame.type) ? (value as StreamFrame) : null;
}

/** A browser socket to the stream, by the cookie of the session. */
export function openStream(after: string | null): Socket {
  const url = new URL("/api/v1/stream", location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  if (after !== null) url.searchParams.set("after", after);
  const socket = new WebSocket(url);
  const own: Socket = { onopen: null, onmessage: null, onclose: null, close: () => socket.close() };
  socket.onopen = () => own.onopen?.();
  socket.onmessage = (event) => own.onmessage?.({ data: event.data as unknown });
  socket.onclose = ({ code }) => own.onclose?.(code);
  return own;
}
