import type { Redis } from "ioredis";
import { asking } from "./connect.ts";

/** How long to wait before asking again while a rewrite that began earlier runs, in milliseconds. */
const againAfter = 500;
/** A rewrite of a large store takes minutes on a slow disk; after this it is reported. Milliseconds. */
const patience = 10 * 60_000;

/**
 * Has Redis write its append-only file anew, so that what was deleted is gone from the disk too. A rewrite that runs already began before the deletion: then
 * another follows it.
 *
 * @throws UnavailableError when Redis does not answer, or is still busy with an earlier rewrite after ten minutes
 */
export async function rewriteAof(redis: Redis): Promise<void> {
  for (const until = Date.now() + patience; ; ) {
    try {
      await asking("rewrite", redis.bgrewriteaof());
      return;
    } catch (error) {
      const busy = error instanceof Error && /already in progress/.test(`${error.message} ${String(error.cause)}`);
      if (!busy || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, againAfter).unref());
    }
  }
}
