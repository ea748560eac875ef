import type { Analytics } from "../../api/contract.ts";

/** Local midnight to now, as the query of GET /analytics. */
export function todayQuery(now: Date): string {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return new URLSearchParams({ from: from.toISOString(), to: now.toISOString() }).toString();
}

export type ReasonBar = { rule: string; count: number; share: number };

/** Reasons, most frequent first; `share` is of the longest bar, 0 to 1. */
export function reasonBars(reasons: Record<string, number>): ReasonBar[] {
  const counted = Object.entries(reasons).filter(([, count]) => count > 0).sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
  const most = counted[0]?.[1] ?? 1;
  return counted.map(([rule, count]) => ({ rule, count, share: count / most }));
}

/** Share of today's conversations, or null before there is any. */
export function shareOf(part: number, analytics: Analytics): number | null {
  return analytics.conversations > 0 ? part / analytics.conversations : null;
}
