import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { Duplex } from "node:stream";
import type { AddressInfo } from "node:net";
import restify from "restify";
import { answerOfError, unexpected } from "../../api/error-answer.ts";
import { answerError, type Door, type SocketDoor } from "../../api/http.ts";
import type { Log } from "../../app/ports.ts";
import { allowTrustedOrigins } from "./cors.ts";
import { createDrain } from "./drain.ts";
import { mountDoor, write } from "./mount-door.ts";
import { mountSockets, type Sockets } from "./sockets.ts";

export type RunningHttp = { port(): number; listen(host: string, port: number): Promise<void>; stop(): Promise<void> };

/** Teams conversation ids are long; restify's default of 100 characters answers them with 404. */
const maxParamLength = 512;
/** Seconds; a restart takes less. */
const backAfter = "2";

const noSniff = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY" };

/** restify with everything closed that it leaves open: encodings, error pages, its name; and the given doors mounted. */
export function createHttpServer({ doors, sockets, log, publicUrl, trustedOrigins }: {
  doors: Door[]; sockets: SocketDoor[]; log: Log; publicUrl: string | null; trustedOrigins: readonly string[];
}): RunningHttp {
  const silent = { trace: () => false, debug: () => false, info: () => false, warn: () => false, error: () => false, fatal: () => false, child: () => silent };
  const server = restify.createServer({ name: "", maxParamLength, log: silent as never, handleUncaughtExceptions: false } as restify.ServerOptions);
  const raw = server.server as HttpServer;
  const drain = createDrain(raw, log);

  server.pre((request, response, next) => {
    for (const [name, value] of Object.entries(noSniff)) response.setHeader(name, value);
    response.removeHeader("server");
    if (drain.isTooLate(request)) {
      write(response, answerError(503, "stopping", "This process is ending; nothing was recorded. Send it again after a moment.", undefined, { "retry-after": backAfter }));
      return next(false);
    }
    if (allowTrustedOrigins(request, response, trustedOrigins)) return next(false);
    const encoding = request.headers["content-encoding"];
    if (encoding && encoding.toLowerCase() !== "identity") {
      // restify would decode it and end the process on a junk body.
      write(response, { ...answerError(415, "body.encoded", "Send the body without a content encoding."), headers: { connection: "close" } });
      return next(false);
    }
    next();
  });
  server.on("restifyError", (_request, response, error: { statusCode?: number }, done: () => void) => {
    const status = error.statusCode === 404 || error.statusCode === 405 ? error.statusCode : null;
    if (status) write(response, answerError(status, status === 404 ? "not-found" : "method-not-allowed", status === 404 ? "There is nothing at this address." : "This address does not take that method."));
    else {
      log.error({ err: error }, "request failed");
      write(response, answerOfError(error) ?? unexpected());
    }
    done();
  });
  for (const door of doors) mountDoor(server, door, log, publicUrl);
  const open: Sockets = mountSockets(raw as { on(event: "upgrade", listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown }, sockets, log);

  let boundPort = 0;
  return {
    port: () => boundPort,
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.on("error", reject); // restify repeats its server's errors as its own
        server.listen(port, host, () => {
          boundPort = (raw.address() as AddressInfo).port;
          resolve();
        });
      }),
    stop() {
      open.closeAll();
      return drain.stop();
    },
  };
}
