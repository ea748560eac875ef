import { setTimeout as wait } from "node:timers/promises";
import type { ConnectorClient } from "botframework-connector";

type Reply = { status: number; headers: { get(name: string): string | undefined } };
type Policy = { name: string; sendRequest(request: unknown, next: (request: unknown) => Promise<Reply>): Promise<Reply> };
type Pipeline = { removePolicy(named: { name: string }): unknown; addPolicy(policy: Policy, where: { phase: "Retry" }): void };

/** Tries of one reply, the first included, when the channel says it is too busy; and the longest wait it may ask for. */
const tries = 3;
const longestWait = 3_000;

/** A channel that says 429 has not taken the reply, so sending it again after the time it asks for is safe. Nothing else is sent twice. */
const waitWhenBusy: Policy = {
  name: "waitWhenBusy",
  async sendRequest(request, next) {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await next(request);
      if (reply.status !== 429 || attempt >= tries) return reply;
      const seconds = Number(reply.headers.get("retry-after") ?? 1);
      await wait(Math.min(Number.isFinite(seconds) ? seconds * 1_000 : 1_000, longestWait));
    }
  },
};

/**
 * Makes a connector client send each reply once, to the address it was given.
 *
 * The stock pipeline repeats a reply up to four times on a 5xx, although the channel may have shown it, and follows redirects to anywhere.
 * Its options for both are dropped by the SDK on the way, so the policies are taken out by name.
 */
export function sendOnce(client: ConnectorClient): ConnectorClient {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: "redirectPolicy" });
  pipeline.removePolicy({ name: "defaultRetryPolicy" });
  pipeline.addPolicy(waitWhenBusy, { phase: "Retry" });
  return client;
}
