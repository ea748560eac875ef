import { openChat, type DirectLineChat } from "../client/direct-line.ts";
import { createJsonClient } from "../client/http-json.ts";
import { createReplies } from "./replies.ts";
import type { ServerProcess } from "./server-process.ts";
import { questionAt } from "./texts.ts";
import type { Side } from "./window.ts";

// Opening a chat (token, conversation, socket) is not a turn: over a hundred turns it weighs nothing.
const turnsPerChat = 100;

/** Customers over the built-in Direct Line: a message is posted and its reply comes over the WebSocket. */
export function directLineSide(server: ServerProcess, secret: string): Side & { close(): void } {
  const client = createJsonClient(server.url);
  const replies = createReplies();
  const lanes = new Map<number, { chat: DirectLineChat; turns: number }>();
  let count = 0;

  const open = async (lane: number) => {
    lanes.get(lane)?.chat.close();
    // Activities come in the order of the log: what follows the customer's own message is the reply to it.
    let last: string | null = null;
    const chat = await openChat(client, { kind: "secret", secret }, ({ fromCustomer, clientId }) => {
      if (fromCustomer) last = clientId;
      else if (last !== null) replies.arrived(last);
    });
    const opened = { chat, turns: 0 };
    lanes.set(lane, opened);
    return opened;
  };

  return {
    cpuMs: () => server.cpuMs(),
    async turn(lane) {
      const known = lanes.get(lane);
      const current = known && known.turns < turnsPerChat ? known : await open(lane);
      const text = questionAt(current.turns + lane);
      current.turns += 1;
      count += 1;
      const id = `d${count}`;
      const started = performance.now();
      const post = async () => {
        const { status } = await current.chat.post({ type: "message", text, locale: "es-ES" }, id);
        if (status !== 200) throw new Error(`Direct Line answered ${status}`);
      };
      await Promise.all([post(), replies.to(id, () => `${JSON.stringify(text)} over Direct Line`)]);
      return performance.now() - started;
    },
    close: () => {
      for (const { chat } of lanes.values()) chat.close();
      client.close();
    },
  };
}
