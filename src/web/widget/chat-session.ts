import type { Language } from "../../api/contract.ts";
import type { ChatMemory } from "./chat-memory.ts";
import { sendSurely } from "./send-surely.ts";
import { connection } from "./web-chat.ts";
import type { DirectLine, WebChat } from "./web-chat.ts";

type Parts = {
  server: string;
  webChat: WebChat;
  memory: ChatMemory;
  language: () => Language;
  /** The line is up, down and being mended, or gone for good. */
  onLine(status: "online" | "offline" | "lost"): void;
};

export type ChatSession = {
  directLine: DirectLine;
  /** Sends an event, once the line is up and until the server has it. */
  post(name: string, value: object): void;
  end(): void;
};

const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Opens the conversation this tab remembers, or a new one. @throws Error when no token can be had */
export async function openChat({ server, webChat, memory, language, onLine }: Parts): Promise<ChatSession> {
  const domain = `${server}/v3/directline`;
  const known = memory.get();
  const resumed = known !== null && known.token !== "" && (await isGood(domain, known));
  if (known && !resumed) memory.forget();
  const token = resumed ? known.token : await freshToken(server);
  const directLine = webChat.createDirectLine(resumed
    ? { token, domain, webSocket: true, conversationId: known.conversationId, watermark: "0" }
    : { token, domain, webSocket: true });

  const postOnce = directLine.postActivity.bind(directLine);
  let online = false;
  directLine.postActivity = sendSurely({
    post: postOnce,
    later: (run, ms) => void setTimeout(run, ms),
    now: () => Date.now(),
    onReach: (reached) => online && onLine(reached ? "online" : "offline"),
  });

  // What was pressed before the line was up goes out with it.
  const early: Record<string, unknown>[] = [];
  const flush = (): void => {
    for (const activity of early.splice(0)) directLine.postActivity(activity).subscribe({ error: (error) => console.warn("Relevo:", error) });
  };
  const post = (name: string, value: object): void => {
    early.push({ type: "event", name, value, locale: language(), channelData: { clientActivityID: newId() } });
    if (online) flush();
  };

  let lost = false;
  const lose = (): void => {
    if (!lost) onLine("lost");
    lost = true;
  };
  const watch = directLine.connectionStatus$.subscribe((status) => {
    online = status === connection.online;
    if (online) {
      memory.keep({ token: directLine.token ?? token, conversationId: directLine.conversationId ?? "" });
      if (!memory.get()?.greeted) {
        memory.keep({ greeted: true });
        post("relevo.start", { language: language() });
        if (memory.get()?.tone === false) post("relevo.tone", { on: false });
      }
      flush();
      onLine("online");
    } else if (status === connection.connecting) {
      onLine("offline");
    } else if (status === connection.expiredToken || status === connection.failedToConnect || status === connection.ended) {
      lose();
    }
  }, lose);
  return {
    directLine, post,
    end() {
      watch.unsubscribe();
      directLine.end();
    },
  };
}

/** Asks before resuming: Direct Line's client answers a token that is no longer good with an error nobody can catch. */
async function isGood(domain: string, { token, conversationId }: { token: string; conversationId: string }): Promise<boolean> {
  const response = await fetch(`${domain}/conversations/${encodeURIComponent(conversationId)}?watermark=0`, { headers: { authorization: `Bearer ${token}` } });
  if (response.status >= 500) throw new Error(`the conversation cannot be asked for: ${response.status}`);
  return response.ok;
}

async function freshToken(server: string): Promise<string> {
  const response = await fetch(`${server}/api/directline/token`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  const { token } = (await response.json()) as { token?: unknown };
  if (typeof token !== "string") throw new Error("no token in the answer");
  return token;
}
