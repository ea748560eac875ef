import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import type { HeartbeatAnswer, LoginAnswer, StreamFrame, TicketAnswer, TicketView } from "../../src/api/contract.ts";
import type { JsonClient } from "../client/http-json.ts";
import { nextWake } from "./next-wake.ts";
import { agentLines } from "./personas.ts";
import type { Random } from "./random.ts";
import type { Tally } from "./tally.ts";

export type AgentParts = { url: readonly string[]; client: JsonClient; random: Random; tally: Tally; ended: AbortSignal };

const thinkMs = { low: 300, high: 1_200 };
// A customer who has said nothing for this long has left; the next one waits.
const silencePatienceMs = 8_000;
// As the desk waits before it tries again.
const comeBackAfterMs = 300;
// Two answers and a goodbye: enough to see a conversation, short enough to see many.
const answersPerTicket = 2;

/** A colleague at the desk: takes the next ticket whenever there is room, reads the whisper, answers, closes. Ends with the run. */
export async function playAgent(email: string, { url, client, random, tally, ended }: AgentParts): Promise<void> {
  const login = await client.send("POST", "/api/v1/login", { email, password: "demo" });
  if (login.status !== 200) throw new Error(`${email} cannot sign in (${login.status}); the demo logins exist outside production only`);
  const { token } = login.body as LoginAnswer;
  const call = (method: string, path: string, body?: unknown) => client.send(method, `/api/v1${path}`, body, token);
  await call("PUT", "/me/presence", { presence: "available" });
  const { everySeconds } = (await call("POST", "/me/heartbeat")).body as HeartbeatAnswer;
  const heartbeat = setInterval(() => void call("POST", "/me/heartbeat").catch(() => undefined), everySeconds * 1000);

  const listeners = new Set<(frame: StreamFrame) => void>();
  const stream = keepStream(url, token, (frame) => {
    for (const listener of listeners) listener(frame);
  });

  const serving = new Set<Promise<void>>();
  let looking: Promise<void> = Promise.resolve();
  let failure: unknown = null;
  const look = () => {
    looking = looking.then(takeAll).catch((error: unknown) => {
      failure = error;
    });
  };
  const takeAll = async () => {
    while (!ended.aborted) {
      const { status, body } = await call("POST", "/tickets/next");
      if (status !== 200) return;
      tally.taken += 1;
      const work = serve((body as TicketAnswer).ticket)
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => {
          serving.delete(work);
          look();
        });
      serving.add(work);
    }
  };
  listeners.add((frame) => {
    if (frame.type === "hello" || (frame.type === "ticket" && frame.ticket.status === "waiting")) look();
  });
  const think = () => wait(random.between(thinkMs.low, thinkMs.high), undefined, { signal: ended }).catch(() => undefined);

  async function serve({ id, conversationId, language }: TicketView): Promise<void> {
    const turns = createTurns(conversationId, listeners);
    let count = 0;
    const write = async (text: string): Promise<boolean> => {
      await think();
      if (ended.aborted) return false;
      count += 1;
      const { status } = await call("POST", `/tickets/${id}/messages`, { text, clientId: `${id}-${count}` });
      tally.agentMessages += 1;
      return status === 201 || status === 200;
    };
    try {
      await call("GET", `/tickets/${id}/whisper`);
      const lines = agentLines[language];
      if (!(await write(lines.hello))) return;
      let answered = 0;
      while (answered < answersPerTicket && (await turns.next(AbortSignal.any([ended, AbortSignal.timeout(silencePatienceMs)])))) {
        answered += 1;
        if (!(await write(answered === answersPerTicket ? lines.goodbye : lines.answer))) return;
      }
      if (ended.aborted) return;
      const { status } = await call("POST", `/tickets/${id}/close`, { disposition: answered === 0 ? "no-answer" : "solved" });
      if (status === 204 || status === 200) tally.closed += 1;
    } finally {
      turns.stop();
    }
  }

  look();
  if (!ended.aborted) await once(ended, "abort");
  await looking;
  await Promise.all(serving);
  clearInterval(heartbeat);
  stream.close();
  if (failure !== null) throw failure;
}

/** The desk's stream, opened again wherever it is answered, from the last cursor on. */
function keepStream(urls: readonly string[], token: string, onFrame: (frame: StreamFrame) => void): { close(): void } {
  let cursor = "";
  let closed = false;
  let turn = 0;
  let stream: WebSocket;
  const open = (): void => {
    const url = urls[(turn += 1) % urls.length] ?? "";
    const query = new URLSearchParams({ token, ...(cursor ? { after: cursor } : {}) });
    stream = new WebSocket(`${url.replace(/^http/, "ws")}/api/v1/stream?${query}`);
    stream.on("message", (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as StreamFrame;
      cursor = frame.cursor;
      onFrame(frame);
    });
    stream.on("error", () => undefined); // a close follows
    stream.on("close", () => void (closed || setTimeout(open, comeBackAfterMs)));
  };
  open();
  return {
    close() {
      closed = true;
      stream.close();
    },
  };
}

/** What the customer of a conversation says from now on. */
function createTurns(conversationId: string, listeners: Set<(frame: StreamFrame) => void>) {
  let unread = 0;
  let wake: () => void = () => undefined;
  const listener = (frame: StreamFrame) => {
    if (frame.type !== "events" || frame.conversationId !== conversationId) return;
    unread += frame.events.filter(({ type }) => type === "TurnReceived").length;
    wake();
  };
  listeners.add(listener);
  return {
    /** True once there is one that was not answered; false when the signal comes first. */
    async next(signal: AbortSignal): Promise<boolean> {
      while (unread === 0) {
        if (signal.aborted) return false;
        await nextWake(signal, (waiting) => {
          wake = waiting;
        });
      }
      unread -= 1;
      return true;
    },
    stop: () => void listeners.delete(listener),
  };
}
