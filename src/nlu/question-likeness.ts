import type { AskedWord, Passage, PlacedText } from "./knowledge-index.ts";

/** How a question meets an article, each 0 to 1. */
export type Meeting = {
  /** How like it is to the nearest of the questions that the article answers. */ like: number;
  /** The same of the second nearest: two that agree are no accident. */ second: number;
  /** Share of its telling words that the article has. */ covered: number;
  /** Share of its telling words that the article, or one of the questions it answers, has. */ known: number;
  /** Share of its telling words that the title has. */ titled: number;
  /** Share of its telling words that the one sentence has which has most of them: two that stand together are told of each other, a single one stands nowhere in particular. */ together: number;
  /** How sure the reading of customers' messages is that it is about the article's topic. */ topic: number;
};

/** A question ready to be compared with many others. */
export type Asked = {
  words: readonly AskedWord[];
  /** How much its words tell together. */ all: number;
  /** How near the nearest of its words is to each word of the vocabulary. */ nearest: Float32Array;
};

export function askedOf(words: readonly AskedWord[]): Asked {
  const nearest = new Float32Array(words[0]?.near.length ?? 0);
  for (const { near } of words) for (let place = 0; place < near.length; place += 1) if ((near[place] ?? 0) > (nearest[place] ?? 0)) nearest[place] = near[place] ?? 0;
  return { words, all: words.reduce((sum, { weight }) => sum + weight, 0), nearest };
}

/**
 * @param place of the article among those of its index
 * @param topics confidence by intent
 */
export function meet(asked: Asked, passage: Passage, place: number, topics: ReadonlyMap<string, number>): Meeting {
  const { words } = asked;
  let [like, second] = [0, 0];
  for (const one of passage.asked) {
    const found = likeness(asked, one, second);
    if (found > like) [like, second] = [found, like];
    else if (found > second) second = found;
  }
  return {
    like, second, covered: share(words, ({ covered }) => covered[place]), known: share(words, ({ known }) => known[place]), titled: share(words, ({ titled }) => titled[place]),
    together: words.filter(({ tells }) => tells).length < 2 ? 0 : passage.sentences.reduce((most, sentence) => Math.max(most, share(words, ({ near }) => nearest(near, sentence))), 0),
    topic: passage.intents.reduce((most, intent) => Math.max(most, topics.get(intent) ?? 0), 0),
  };
}

/**
 * How each sign counts, and how much is needed. Fitted as a choice among the articles and "none of them" (McFadden's conditional logit) over the questions that
 * the articles list, each left out of its own article's list; for "none" the same questions with their article away, those that no article answers, and texts
 * that are none of the shop's business. In five folds the article came out best for 87 of 100.
 */
const counts: Meeting = { like: 2.9, second: 3, covered: 1, known: 4.1, titled: 4, together: 2.5, topic: 2.3 };
/** Shares are of at least this much to go by: "how do I cook it?" has one common word, and is about no article because one has it. A rare word tells about 5. */
const littleTold = 3;
const needed = 7.1;
const unansweredCounts = 3;
/** A question this like one that no article answers, and less like any that the article answers, is that one in other words. */
const sameQuestion = 0.8;

/**
 * How likely the article answers the question, 0 to 1.
 *
 * @param unanswered how like the question is to those that no article answers
 */
export function answersIt(meeting: Meeting, unanswered: number): number {
  if (unanswered >= sameQuestion && unanswered > meeting.like) return 0;
  const sum = counts.like * meeting.like + counts.second * meeting.second + counts.covered * meeting.covered + counts.known * meeting.known + counts.titled * meeting.titled + counts.together * meeting.together + counts.topic * meeting.topic;
  return 1 / (1 + Math.exp(needed + unansweredCounts * unanswered - sum));
}

/** A word of the same line, or nearer; below it the article knows another thing of the kind. */
const sameThing = 0.8;

/** Whether a question names something to eat or drink of which this article does not speak: how long a duck roasts is nothing that one about chickens tells. */
export const isOfAnotherThing = (words: readonly AskedWord[], { namedOnly }: Passage, place: number): boolean =>
  namedOnly && words.some(({ thing, known }) => thing && (known[place] ?? 0) < sameThing);

/** How like the question is to the nearest of those that no article answers, 0 to 1. */
export const likeUnanswered = (asked: Asked, unanswered: readonly PlacedText[]): number => unanswered.reduce((most, one) => Math.max(most, likeness(asked, one, most)), 0);

/**
 * What two questions have in common, by either one's words: the harmonic mean, so that a short one is not like every long one that has its words.
 *
 * @param least what is of interest; where it cannot be more the answer is 0, and the longer half of the work is left out: most questions share nothing
 */
function likeness({ words, all, nearest: met }: Asked, { places, weights, all: others }: PlacedText, least: number): number {
  let theirs = 0;
  for (let at = 0; at < places.length; at += 1) theirs += (weights[at] ?? 0) * (met[places[at] ?? 0] ?? 0);
  const to = theirs / others;
  const most = all / (all + littleTold);
  if (theirs === 0 || 2 * most * to <= least * (most + to)) return 0;
  let mine = 0;
  for (const { near, weight } of words) {
    let best = 0;
    for (let at = 0; at < places.length; at += 1) {
      const here = near[places[at] ?? 0] ?? 0;
      if (here > best) best = here;
    }
    mine += weight * best;
  }
  if (mine === 0) return 0;
  const of = mine / (all + littleTold);
  return (2 * of * to) / (of + to);
}

function nearest(near: Float32Array, places: Uint16Array): number {
  let best = 0;
  for (const place of places) best = Math.max(best, near[place] ?? 0);
  return best;
}

function share(words: readonly AskedWord[], held: (word: AskedWord) => number | undefined): number {
  let [found, all] = [0, 0];
  for (const word of words) {
    if (!word.tells) continue;
    found += word.weight * (held(word) ?? 0);
    all += word.weight;
  }
  return found / (all + littleTold);
}
