/**
 * Counts per key within a sliding minute.
 *
 * @returns a function that takes one from a key's allowance and answers 0, or the whole seconds to wait when it is used up
 */
export function createRateLimit({ perMinute, now }: { perMinute: number; now(): number }): (key: string) => number {
  const taken = new Map<string, { since: number; count: number }>();
  const minute = 60_000;
  return (key) => {
    const at = now();
    const window = taken.get(key);
    if (!window || at - window.since >= minute) {
      if (taken.size > 10_000) taken.clear(); // an attacker with that many addresses is not stopped here
      taken.set(key, { since: at, count: 1 });
      return 0;
    }
    window.count += 1;
    return window.count <= perMinute ? 0 : Math.ceil((window.since + minute - at) / 1_000);
  };
}
