import { connect } from "node:net";

export type PingAnswer = { kind: "pong"; serverPid: number } | { kind: "loading" } | { kind: "silent" };

// A local server that serves answers within a millisecond; the wait only bounds one that is stopped.
const patienceMs = 1_000;

/** Asks the server on a unix socket who it is, in Redis' inline protocol: lighter than a client that reconnects. */
export function answersPing(path: string): Promise<PingAnswer> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(path, () => socket.write("PING\r\nINFO server\r\n"));
    const done = (answer: PingAnswer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(patienceMs, () => done({ kind: "silent" }));
    socket.on("data", (data) => {
      text += data.toString();
      if (text.startsWith("-LOADING")) return done({ kind: "loading" });
      const pid = /process_id:(\d+)\r/.exec(text)?.[1];
      if (text.startsWith("+PONG") && pid) done({ kind: "pong", serverPid: Number(pid) });
    });
    socket.once("error", () => done({ kind: "silent" }));
    socket.once("close", () => done({ kind: "silent" }));
  });
}
