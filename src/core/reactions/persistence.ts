/** What a reply was followed by, as the baseline sees it: valences in [-1, 1]. */
export type Followed = { emotion: string; language: string; before: number; after: number };

/** What valence to expect next of a customer in a state whatever is said to them. */
export type Baseline = (state: { emotion: string; language: string; before: number }) => number;

/**
 * Customers who are negative are so again on the next turn two times in three whatever is said, and feelings lie nearer to the middle each time they are
 * read: before anything is counted, two thirds of a feeling are expected to stay.
 */
const stays = 2 / 3;
/** As many turns as that expectation counts for, and as an emotion over both languages counts against one of them. */
const doubt = 20;
/** A change smaller than this is noise of the reading: the same as the step of a trend in emotion.ts. */
const noise = 0.15;

/**
 * Estimates persistence from what followed replies, per emotion, then per emotion and language, each drawn towards the wider one where there is little.
 * What is estimated is the change beyond two thirds staying, so a state's usual recovery is no reply's merit.
 */
export function learnBaseline(followed: readonly Followed[]): Baseline {
  const surplus = ({ before, after }: Followed): number => after - stays * before;
  const byEmotion = means(followed, ({ emotion }) => emotion, surplus, () => 0);
  const byBoth = means(followed, ({ emotion, language }) => `${emotion}/${language}`, surplus, (key) => byEmotion.get(key.slice(0, key.lastIndexOf("/"))) ?? 0);
  return ({ emotion, language, before }) => stays * before + (byBoth.get(`${emotion}/${language}`) ?? byEmotion.get(emotion) ?? 0);
}

function means(followed: readonly Followed[], keyOf: (one: Followed) => string, valueOf: (one: Followed) => number, prior: (key: string) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const one of followed) {
    const key = keyOf(one);
    const { sum, n } = sums.get(key) ?? { sum: 0, n: 0 };
    sums.set(key, { sum: sum + valueOf(one), n: n + 1 });
  }
  return new Map([...sums].map(([key, { sum, n }]) => [key, (sum + doubt * prior(key)) / (n + doubt)]));
}

/** Whether a customer is calmer than customers in that state are anyway, by more than readings waver. */
export const hasCalmed = (baseline: Baseline, followed: Followed): boolean => followed.after - baseline(followed) > noise;
