import type { Server, IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../../app/ports.ts";

export type Drain = {
  /** True for a request that came over a connection opened after the stop began. */
  isTooLate(request: Pick<IncomingMessage, "socket">): boolean;
  /** Ends the server: what was under way is answered, then nothing listens any more. */
  stop(): Promise<void>;
};

/**
 * A request that its client has sent may still wait in the kernel, unread or on a connection not yet accepted; closing at once would
 * reset it, and the client would not know whether it was heard. All that arrived gets read within this. Milliseconds.
 */
const readFor = 250;
/** After this, what is still being answered is cut, so that a stop ends. Milliseconds. */
const drainFor = 5_000;

/** Lets a server stop without cutting anybody off in the middle of a word. */
export function createDrain(server: Server, log: Log): Drain {
  const open = new Set<Socket>();
  const answering = new Set<ServerResponse>();
  const late = new WeakSet<Socket>();
  let stopping = false;

  // A client told so opens no further request on this connection, and the server need not wait for it.
  const lastOfItsConnection = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader("connection", "close");
  };
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    if (stopping) late.add(socket);
  });
  server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) => {
    answering.add(response);
    response.once("close", () => answering.delete(response));
    if (stopping) lastOfItsConnection(response);
  });

  return {
    isTooLate: ({ socket }) => late.has(socket),
    async stop() {
      stopping = true;
      answering.forEach(lastOfItsConnection);
      await wait(readFor);
      const busy = new Set([...answering].map(({ socket }) => socket));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Node closes neither connections on which nothing was ever asked (browsers open some in advance) nor those that became WebSockets.
      for (const socket of open) if (!busy.has(socket)) socket.destroy();
      const cut = setTimeout(() => {
        log.error({ connections: open.size }, "answers cut off: they took too long for a stop");
        open.forEach((socket) => socket.destroy());
      }, drainFor);
      await closed;
      clearTimeout(cut);
    },
  };
}
