import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { createJsonClient, type JsonClient } from "../client/http-json.ts";
import { createReplies } from "./replies.ts";

export type Connector = {
  /** Posts a customer's message to a server's /api/messages; resolves with its latency once the server has answered 200 and the reply to it has arrived. Rejects when either does not happen. */
  turn(serverUrl: string, conversation: string, text: string): Promise<number>;
  stop(): Promise<void>;
};

/** A channel on this machine: takes replies as the real connector does (an id for each) and sends customers' messages. */
export async function startConnector(): Promise<Connector> {
  const clients = new Map<string, JsonClient>();
  const replies = createReplies();
  // A conversation's last message; the next one follows its answer.
  const asked = new Map<string, string>();
  let count = 0;

  const server = createServer((incoming, response) => {
    // /v3/conversations/{conversation}/activities/{the activity this answers}; a reply sent outside the turn names none.
    const [, , , conversation = "", , activity] = (incoming.url ?? "").split("/").map(decodeURIComponent);
    const answered = activity ?? asked.get(conversation);
    incoming.resume().once("end", () => {
      count += 1;
      response.writeHead(200, { "content-type": "application/json" }).end(`{"id":"r${count}"}`);
      if (answered) replies.arrived(answered);
    });
  });
  // Never: a connection closed at the moment it is used again would look like a lost reply.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    async turn(serverUrl, conversation, text) {
      count += 1;
      const id = `m${count}`;
      asked.set(conversation, id);
      const client = clients.get(serverUrl) ?? createJsonClient(serverUrl);
      clients.set(serverUrl, client);
      const started = performance.now();
      const activity = {
        type: "message", id, timestamp: new Date().toISOString(), channelId: "emulator", serviceUrl, text, locale: "es-ES",
        from: { id: `customer-${conversation}`, name: "Customer" }, recipient: { id: "bot", name: "Bot" }, conversation: { id: conversation },
      };
      let answered = "the message was not answered";
      const post = async () => {
        const { status } = await client.send("POST", "/api/messages", activity);
        answered = `the message was answered ${status} after ${Math.round(performance.now() - started)} ms`;
        if (status !== 200) throw new Error(`${serverUrl}/api/messages answered ${status}`);
      };
      await Promise.all([post(), replies.to(id, () => `${JSON.stringify(text)} in ${conversation}, ${answered}`)]);
      return performance.now() - started;
    },
    stop: async () => {
      for (const client of clients.values()) client.close();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
