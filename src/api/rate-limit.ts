export type RateLimit = {
  /** Whole seconds until the key may go on, 0 when it may now. Takes nothing. */
  wait(key: string): number;
  /** Takes one from the key's allowance; answers as `wait` does for this one. */
  take(key: string): number;
};

const minute = 60_000;
/** Beyond this many keys an attacker has more addresses than a count per address can stop. */
const keysAtMost = 10_000;

/** Counts per key within a minute that starts with the key's first. */
export function createRateLimit({ perMinute, now }: { perMinute: number; now(): number }): RateLimit {
  const taken = new Map<string, { since: number; count: number }>();
  const running = (key: string): { since: number; count: number } | null => {
    const window = taken.get(key);
    return window && now() - window.since < minute ? window : null;
  };
  const secondsLeft = ({ since }: { since: number }): number => Math.ceil((since + minute - now()) / 1_000);
  return {
    wait(key) {
      const window = running(key);
      return window && window.count >= perMinute ? secondsLeft(window) : 0;
    },
    take(key) {
      const window = running(key) ?? { since: now(), count: 0 };
      if (taken.size >= keysAtMost && !taken.has(key)) taken.clear();
      taken.set(key, { ...window, count: window.count + 1 });
      return window.count < perMinute ? 0 : secondsLeft(window);
    },
  };
}
