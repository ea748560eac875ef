import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import type { JsonAnswer, JsonClient } from "./http-json.ts";

// As a browser's client waits before it tries again.
const comeBackAfterMs = 300;

/** What a customer's client sees of one activity. */
export type SeenActivity = {
  id: string;
  type: string;
  text: string;
  fromCustomer: boolean;
  /** The id the customer's client gave its own message. */
  clientId: string | null;
  author: "assistant" | "person" | "system" | null;
  kind: string | null;
  /** With kind "queue" or "hours": where a message left for later stands. */
  phase: string | null;
};

export type DirectLineChat = {
  conversationId: string;
  /** Sends an activity; the answer's status tells whether it was taken. `clientId` makes sending again safe. */
  post(activity: Record<string, unknown>, clientId: string): Promise<JsonAnswer>;
  close(): void;
};

/** Where a conversation's first token comes from: our own page's way, or as a server that holds the secret. */
export type TokenSource = { kind: "page" } | { kind: "secret"; secret: string };

/** The server would not let a conversation begin; `retryAfterSeconds` when it asks to be patient. */
export class ChatRefused extends Error {
  readonly retryAfterSeconds: number | null;

  constructor({ status, retryAfterSeconds }: JsonAnswer) {
    super(`the server refused a conversation with ${status}`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Starts a conversation over Direct Line 3.0 as a browser does: token, conversation, WebSocket.
 *
 * @param onActivity called once per activity in order; also for those of the greeting, before this resolves
 * @throws ChatRefused
 */
export async function openChat(client: JsonClient, source: TokenSource, onActivity: (activity: SeenActivity) => void): Promise<DirectLineChat> {
  const tokenAnswer = source.kind === "page"
    ? await client.send("POST", "/api/directline/token", {})
    : await client.send("POST", "/v3/directline/tokens/generate", {}, source.secret);
  if (tokenAnswer.status !== 200) throw new ChatRefused(tokenAnswer);
  const { token } = tokenAnswer.body as { token: string };
  const startAnswer = await client.send("POST", "/v3/directline/conversations", {}, token);
  if (startAnswer.status !== 201) throw new ChatRefused(startAnswer);
  const { conversationId, streamUrl } = startAnswer.body as { conversationId: string; streamUrl: string };

  const conversation = `/v3/directline/conversations/${conversationId}`;
  let watermark = "";
  let closed = false;
  let socket: WebSocket;
  const connect = async (url: string): Promise<void> => {
    socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on("message", (data: Buffer) => {
      // An empty frame only keeps the connection alive.
      const text = data.toString();
      if (!text) return;
      const frame = JSON.parse(text) as { activities?: unknown[]; watermark?: string };
      watermark = frame.watermark ?? watermark;
      for (const activity of frame.activities ?? []) onActivity(seen(activity));
    });
    const opened = once(socket, "open");
    socket.on("close", () => void comeBack());
    await opened;
    socket.on("error", () => undefined); // a close follows
  };
  /** A page comes back after a lost connection, from its watermark on, until it is closed. */
  const comeBack = async (): Promise<void> => {
    if (closed) return;
    await wait(comeBackAfterMs);
    const answer = await client.send("GET", `${conversation}?watermark=${watermark}`, undefined, token).catch(() => null);
    if (closed) return;
    if (answer?.status !== 200) return comeBack();
    // Where the new socket fails, its close leads here again.
    await connect((answer.body as { streamUrl: string }).streamUrl).catch(() => undefined);
  };
  // A stream that cannot be opened is opened again like one that was lost.
  await connect(streamUrl).catch(() => undefined);

  const path = `${conversation}/activities`;
  return {
    conversationId,
    post: (activity, clientId) => client.send("POST", path, { from: { id: "customer" }, ...activity, channelData: { clientActivityID: clientId } }, token),
    close() {
      closed = true;
      socket.close();
    },
  };
}

type Received = {
  id?: string;
  type?: string;
  text?: string;
  from?: { role?: string };
  channelData?: { clientActivityID?: string; relevo?: { author?: SeenActivity["author"]; kind?: string; phase?: string } };
};

function seen(activity: unknown): SeenActivity {
  const { id, type, text, from, channelData } = activity as Received;
  const { relevo, clientActivityID } = channelData ?? {};
  return { id: id ?? "", type: type ?? "", text: text ?? "", fromCustomer: from?.role === "user", clientId: clientActivityID ?? null, author: relevo?.author ?? null, kind: relevo?.kind ?? null, phase: relevo?.phase ?? null };
}
