import { createHmac } from "node:crypto";
import type { Hub } from "../../app/handoff-hub.ts";

/** Between tries: a restart of the other side takes a second or two. Three tries in all; more would keep the customer waiting for a message. Milliseconds. */
const triesAfter = [0, 500, 2_000];

export const signatureHeader = "x-relevo-signature";
/** Over the path too: what was signed for one ticket says nothing about another. */
export const signatureOf = (secret: string, path: string, body: string | Buffer): string => `sha256=${createHmac("sha256", secret).update(`${path}\n`).update(body).digest("hex")}`;

/**
 * A hub over HTTP, as docs/handoff.md describes it. Each call is made up to three times with one idempotency key; the last failure is thrown.
 *
 * @param baseUrl without a slash at the end
 * @param timeoutMs of each try
 */
export function createHttpHub({ baseUrl, secret, timeoutMs, callbackUrl, pause }: {
  baseUrl: string; secret: string; timeoutMs: number;
  /** Where the hub answers, for a ticket. */
  callbackUrl(ticketId: string): string;
  pause(ms: number): Promise<void>;
}): Hub {
  const post = async (path: string, key: string, content: unknown): Promise<void> => {
    const body = JSON.stringify(content);
    const url = new URL(baseUrl + path);
    let last: unknown;
    for (const after of triesAfter) {
      if (after > 0) await pause(after);
      try {
        const response = await fetch(url, {
          method: "POST", redirect: "error", signal: AbortSignal.timeout(timeoutMs), body,
          headers: { "content-type": "application/json", "idempotency-key": key, [signatureHeader]: signatureOf(secret, url.pathname, body) },
        });
        await response.body?.cancel();
        if (response.ok) return;
        last = new Error(`the hub answered ${response.status}`);
        // What it refuses now it refuses again; only a busy or broken hub is asked once more.
        if (response.status < 500 && response.status !== 429) break;
      } catch (error) {
        last = error;
      }
    }
    throw last;
  };
  return {
    initiate: (handoff) => post("/handoffs", handoff.id, { ...handoff, callbackUrl: callbackUrl(String(handoff.value.ticketId)) }),
    forward: (ticketId, activity) => post(`/handoffs/${encodeURIComponent(ticketId)}/activities`, `${ticketId}-${String(activity.id)}`, activity),
  };
}
