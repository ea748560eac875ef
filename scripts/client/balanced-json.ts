import { setTimeout as wait } from "node:timers/promises";
import { createJsonClient, type JsonClient } from "./http-json.ts";

// A process that was killed is back in less; a caller who waited this long has been forgotten.
const patienceMs = 30_000;
const restMs = 250;

/**
 * One client over several processes of the same service, as behind a load balancer: what one process cannot answer is asked of the next.
 * What is sent again carries an id of the caller's, or does no harm twice.
 */
export function createBalancedClient(urls: readonly string[]): JsonClient {
  const clients = urls.map(createJsonClient);
  let turn = 0;
  return {
    async send(method, path, body, token) {
      for (const deadline = Date.now() + patienceMs; ; ) {
        const client = clients[(turn += 1) % clients.length];
        const answer = await client?.send(method, path, body, token).catch((error: unknown) => {
          if (Date.now() > deadline) throw error;
          return null;
        });
        if (answer && (answer.status !== 503 || Date.now() > deadline)) return answer;
        await wait(restMs);
      }
    },
    close: () => clients.forEach((client) => client.close()),
  };
}
