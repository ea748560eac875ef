import { Agent, request, type IncomingMessage } from "node:http";
import { once } from "node:events";

export type JsonAnswer = { status: number; body: unknown; retryAfterSeconds: number | null };
export type JsonClient = { send(method: string, path: string, body?: unknown, token?: string): Promise<JsonAnswer>; close(): void };

// A person or a channel has gone long before; the server's own bounds are shorter.
const patienceMs = 20_000;

/** JSON over kept connections to one server. Every status is an answer; only a broken connection or a silence of 20 s rejects. */
export function createJsonClient(baseUrl: string): JsonClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    async send(method, path, body, token) {
      const text = body === undefined ? "" : JSON.stringify(body);
      const headers = {
        ...(text ? { "content-type": "application/json" } : {}),
        "content-length": Buffer.byteLength(text),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      };
      const sent = request(new URL(path, baseUrl), { method, agent, headers, timeout: patienceMs });
      sent.once("timeout", () => sent.destroy(new Error(`${method} ${path.split("?")[0]} was not answered within ${patienceMs} ms`)));
      sent.end(text);
      const [response] = (await once(sent, "response")) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const received = Buffer.concat(chunks).toString();
      const isJson = response.headers["content-type"]?.includes("json") ?? false;
      const retryAfter = Number(response.headers["retry-after"]);
      return { status: response.statusCode ?? 0, body: isJson && received ? JSON.parse(received) : received, retryAfterSeconds: retryAfter > 0 ? retryAfter : null };
    },
    close: () => agent.destroy(),
  };
}
