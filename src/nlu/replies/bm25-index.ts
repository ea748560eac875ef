export type Found = { id: number; score: number };

/** An index of token lists that grows one by one; nothing in it is ever computed again as it grows. */
export type Bm25Index = {
  size(): number;
  /** @returns its number: 0, 1, 2, ... */
  add(tokens: readonly string[]): number;
  /** Takes a list out again; `tokens` are those it was added with. Its number is not given again. */
  remove(id: number, tokens: readonly string[]): void;
  /** The best matches, best first. Rare tokens are looked up first, and no more than `postingsAtMost` entries are visited. */
  search(tokens: readonly string[], atMost: number, weightOf?: (token: string) => number): Found[];
  /** How rare a token is among all lists: 0 for one that is in all of them. */
  rarity(token: string): number;
};

/** Robertson and Zaragoza (2009): how fast repetition stops counting, and how much length does. */
const k1 = 1.2;
const b = 0.5;
/** As if so many more lists had none of the tokens: among the first few, what all of them have would seem to say nothing. */
const imagined = 50;
/** What a query may visit unless said otherwise: with a hundred thousand lists this keeps it within milliseconds, and what is left out are words that all share. */
const usualVisits = 120_000;

type Postings = { ids: Int32Array; counts: Uint8Array; length: number };

/** @param postingsAtMost entries a query may visit */
export function createBm25Index(postingsAtMost = usualVisits): Bm25Index {
  const terms = new Map<string, Postings>();
  let lengths = new Float32Array(1024);
  let scores = new Float32Array(1024);
  let added = 0;
  let size = 0;
  let totalLength = 0;

  const rarity = (token: string): number => {
    const df = Math.max(1, terms.get(token)?.length ?? 0);
    return Math.log(1 + (size + imagined - df + 0.5) / (df + 0.5));
  };

  return {
    size: () => size,
    rarity,
    add(tokens) {
      if (added === lengths.length) {
        lengths = doubled(lengths);
        scores = new Float32Array(lengths.length);
      }
      const counts = new Map<string, number>();
      for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
      for (const [token, count] of counts) {
        let postings = terms.get(token);
        if (!postings) {
          postings = { ids: new Int32Array(2), counts: new Uint8Array(2), length: 0 };
          terms.set(token, postings);
        }
        if (postings.length === postings.ids.length) {
          const ids = new Int32Array(postings.length * 2);
          ids.set(postings.ids);
          const grown = new Uint8Array(postings.length * 2);
          grown.set(postings.counts);
          postings.ids = ids;
          postings.counts = grown;
        }
        postings.ids[postings.length] = added;
        postings.counts[postings.length] = Math.min(255, count);
        postings.length += 1;
      }
      lengths[added] = tokens.length;
      totalLength += tokens.length;
      size += 1;
      added += 1;
      return added - 1;
    },
    remove(id, tokens) {
      let found = false;
      for (const token of new Set(tokens)) {
        const postings = terms.get(token);
        const at = postings?.ids.subarray(0, postings.length).indexOf(id) ?? -1;
        if (!postings || at < 0) continue;
        found = true;
        postings.ids.copyWithin(at, at + 1, postings.length);
        postings.counts.copyWithin(at, at + 1, postings.length);
        postings.length -= 1;
        if (postings.length === 0) terms.delete(token);
      }
      if (!found) return;
      size -= 1;
      totalLength -= lengths[id] ?? 0;
    },
    search(tokens, atMost, weightOf = () => 1) {
      const mean = totalLength / Math.max(1, size);
      const wanted = [...new Set(tokens)].flatMap((token) => {
        const postings = terms.get(token);
        return postings ? [{ postings, idf: rarity(token) * weightOf(token) }] : [];
      }).sort((one, other) => one.postings.length - other.postings.length);
      const touched: number[] = [];
      let visited = 0;
      for (const { postings, idf } of wanted) {
        if (visited > 0 && visited + postings.length > postingsAtMost) break;
        visited += postings.length;
        for (let i = 0; i < postings.length; i += 1) {
          const id = postings.ids[i] ?? 0;
          const count = postings.counts[i] ?? 0;
          const before = scores[id] ?? 0;
          if (before === 0) touched.push(id);
          scores[id] = before + (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * (lengths[id] ?? 0)) / mean));
        }
      }
      const best = topOf(touched, scores, atMost);
      for (const id of touched) scores[id] = 0;
      return best;
    },
  };
}

function doubled(numbers: Float32Array): Float32Array<ArrayBuffer> {
  const grown = new Float32Array(numbers.length * 2);
  grown.set(numbers);
  return grown;
}

/** The ids with the highest scores, best first; of equal ones the later, which is the newer. */
export function topOf(ids: readonly number[], scores: Float32Array, atMost: number): Found[] {
  const best: Found[] = [];
  let least = -Infinity;
  for (const id of ids) {
    const score = scores[id] ?? 0;
    if (best.length >= atMost && score < least) continue;
    let at = best.length;
    while (at > 0 && ((best[at - 1]?.score ?? 0) < score || ((best[at - 1]?.score ?? 0) === score && (best[at - 1]?.id ?? 0) < id))) at -= 1;
    best.splice(at, 0, { id, score });
    if (best.length > atMost) best.pop();
    least = best.at(-1)?.score ?? -Infinity;
  }
  return best;
}
