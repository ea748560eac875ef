/** How often which intent followed which, within conversations. */
export type IntentFollows = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Followed fewer times than this, chance is as good an explanation. */
const leastSeen = 5;
/** Rarer than one time in five, the offer is noise to the other four. */
const leastShare = 0.2;

/**
 * What customers are likely to ask next, so that it can be offered before they ask.
 *
 * @returns the intent that most often followed this one, or null where too little is known; never itself
 */
export function likelyNext(follows: IntentFollows, intent: string): string | null {
  const counts = follows.get(intent);
  if (!counts) return null;
  let all = 0;
  let best: { intent: string; count: number } | null = null;
  for (const [next, count] of counts) {
    all += count;
    if (next !== intent && count > (best?.count ?? 0)) best = { intent: next, count };
  }
  return best && best.count >= leastSeen && best.count >= leastShare * all ? best.intent : null;
}
