import { hasCalmed, type Baseline, type Followed } from "./persistence.ts";
import type { RememberedReply } from "./remembered-reply.ts";

/** Replies of people that customers answered, and after how many of them the customer was calmer than such customers are anyway. */
export type WhatFollowed = Record<"sent" | "edited" | "own", { n: number; calmed: number }>;

/**
 * What followed suggestions sent as they were, edited ones, and what people wrote by themselves. All people together, never one of them; and no proof that
 * a suggestion calms, since people choose when to take one (docs/whisper.md).
 */
export function whatFollowed(reactions: readonly { reply: RememberedReply; followed: Followed }[], baseline: Baseline): WhatFollowed {
  const counts: WhatFollowed = { sent: { n: 0, calmed: 0 }, edited: { n: 0, calmed: 0 }, own: { n: 0, calmed: 0 } };
  for (const { reply, followed } of reactions) {
    if (reply.by === "bot") continue;
    const count = counts[reply.suggested ?? "own"];
    count.n += 1;
    count.calmed += hasCalmed(baseline, followed) ? 1 : 0;
  }
  return counts;
}
