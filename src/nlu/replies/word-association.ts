import { tokensOf, type DialogueTurn } from "./dialogue.ts";

/** Which words of a reply the words of a context call for. */
export type WordAssociation = {
  /**
   * How much likelier a reply's words are in a context than anywhere: the sum over its words of the logarithm of the ratio.
   *
   * @returns `called` by association alone, `copied` also by taking words over from the context, each plain and divided by the root of the number of words
   */
  scorer(context: readonly DialogueTurn[]): (reply: readonly string[]) => AssociationScore;
};

export type AssociationScore = { called: number; copied: number; calledMean: number; copiedMean: number };

/** Steps of expectation maximisation; from the fourth on hardly anything changes. */
const steps = 4;
/** Rarer words are left to copying: what stands beside a word once or twice says nothing. */
const leastCount = 3;
/** Pseudo-counts that hold back what rests on few cases. */
const doubt = 5;
/** Shares of a reply's words that association and copying explain; the rest are words as usual. Measured on held-out dialogues. */
const byAssociation = 0.3;
const byCopying = 0.06;
/** Longest part of a turn that is read. */
const wordsPerTurn = 60;
/** A link this weak is forgotten in the first step: it is chance, and there are millions. */
const nothing = "<nothing>";

/** The words a reply may answer to: the customer's since the agent last spoke, what a tool showed, and the agent's own last words. */
function sourceWords(context: readonly DialogueTurn[]): string[] {
  const lastAgent = context.findLastIndex(({ speaker }) => speaker === "agent");
  const words = new Set([nothing]);
  for (const { speaker, text } of context.slice(lastAgent + 1)) for (const word of tokensOf(text).slice(-wordsPerTurn)) words.add(speaker === "system" ? `s:${word}` : word);
  for (const word of tokensOf(context[lastAgent]?.text ?? "").slice(0, wordsPerTurn)) words.add(`a:${word}`);
  return [...words];
}

/** Words that may simply be taken over into the reply. */
function copyable(context: readonly DialogueTurn[]): ReadonlySet<string> {
  const lastAgent = context.findLastIndex(({ speaker }) => speaker === "agent");
  return new Set(context.slice(lastAgent + 1).flatMap(({ text }) => tokensOf(text).slice(-wordsPerTurn)));
}

/**
 * Learns by IBM Model 1 (Brown et al. 1993), as if a reply were a translation of its context: each word of the reply comes from one word of the context,
 * and which is found by expectation maximisation.
 */
export function learnAssociation(pairs: readonly { context: readonly DialogueTurn[]; text: string }[]): WordAssociation {
  const read = pairs.map(({ context, text }) => ({ from: sourceWords(context), to: [...new Set(tokensOf(text))] }));
  const sources = numbered(read.map(({ from }) => from));
  const targets = numbered(read.map(({ to }) => to));
  const usual = new Float64Array(targets.ids.size);
  let said = 0;
  const rows = read.map(({ from, to }) => {
    const target = Int32Array.from(to.flatMap((word) => targets.ids.get(word) ?? []));
    for (const t of target) usual[t] = (usual[t] ?? 0) + 1;
    said += target.length;
    return { source: Int32Array.from(from.flatMap((word) => sources.ids.get(word) ?? [])), target };
  });
  const table = createLinkTable(rows.reduce((sum, { source, target }) => sum + source.length * target.length, 0));
  const width = Math.max(1, targets.ids.size);
  // Every pair of words that ever met gets a number once; after that a step is arithmetic on arrays.
  const links = rows.map(({ source, target }) => {
    const own = new Int32Array(source.length * target.length);
    for (let t = 0, at = 0; t < target.length; t += 1) for (let s = 0; s < source.length; s += 1, at += 1) own[at] = table.place((source[s] ?? 0) * width + (target[t] ?? 0));
    return own;
  });
  let chance = new Float32Array(table.size()).fill(1);
  for (let step = 0; step < steps; step += 1) {
    const counts = new Float32Array(table.size());
    const totals = new Float64Array(sources.ids.size);
    rows.forEach(({ source, target }, row) => {
      const own = links[row] ?? new Int32Array(0);
      for (let t = 0; t < target.length; t += 1) {
        const from = t * source.length;
        let sum = 0;
        for (let s = 0; s < source.length; s += 1) sum += chance[own[from + s] ?? 0] ?? 0;
        if (sum === 0) continue;
        for (let s = 0; s < source.length; s += 1) {
          const link = own[from + s] ?? 0;
          const share = (chance[link] ?? 0) / sum;
          counts[link] = (counts[link] ?? 0) + share;
          totals[source[s] ?? 0] = (totals[source[s] ?? 0] ?? 0) + share;
        }
      }
    });
    const next = new Float32Array(counts.length);
    table.each((key, link) => { next[link] = (counts[link] ?? 0) / ((totals[Math.floor(key / width)] ?? 0) + doubt); });
    chance = next;
  }
  const known = targets.counts;
  return {
    scorer(context) {
      const source = Int32Array.from(sourceWords(context).flatMap((word) => sources.ids.get(word) ?? []));
      const taken = copyable(context);
      const copyChance = byCopying / Math.max(1, taken.size);
      const memo = new Map<string, { called: number; copied: number }>();
      const wordScore = (word: string): { called: number; copied: number } => {
        const before = memo.get(word);
        if (before) return before;
        const target = targets.ids.get(word);
        const base = target === undefined ? 0.5 / Math.max(1, said) : (usual[target] ?? 0) / said;
        let associated = 0;
        if (target !== undefined && source.length > 0) {
          for (const s of source) associated += table.has(s * width + target, chance);
          associated /= source.length;
        }
        const plain = (1 - byAssociation) * base + byAssociation * associated;
        const never = !known.has(word) && !taken.has(word);
        const called = Math.log((target === undefined ? (1 - byAssociation) * base : plain) / base);
        const copied = never ? Math.log(1 - byAssociation) : Math.log((plain + (taken.has(word) ? copyChance : 0)) / base);
        const score = { called, copied };
        memo.set(word, score);
        return score;
      };
      return (reply) => {
        let [called, copied] = [0, 0];
        for (const word of reply) {
          const score = wordScore(word);
          called += score.called;
          copied += score.copied;
        }
        const root = Math.sqrt(Math.max(1, reply.length));
        return { called, copied, calledMean: called / root, copiedMean: copied / root };
      };
    },
  };
}

/** Words in order of appearance that are common enough, and how many lists each is in. */
function numbered(lists: readonly (readonly string[])[]): { ids: ReadonlyMap<string, number>; counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  for (const list of lists) for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [word, count] of counts) if (count >= leastCount) ids.set(word, ids.size);
  return { ids, counts };
}

type LinkTable = { size(): number; place(key: number): number; has(key: number, values: Float32Array): number; each(told: (key: number, link: number) => void): void };

/** Numbers pairs of words: open addressing in flat arrays, since a Map of millions is ten times slower and larger. */
function createLinkTable(atMost: number): LinkTable {
  let capacity = 1 << 12;
  let keys = new Float64Array(capacity).fill(-1);
  let places = new Int32Array(capacity);
  let count = 0;
  const slot = (key: number): number => {
    let at = (Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 4_294_967_296) + 1, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & (capacity - 1);
    for (;;) {
      const found = keys[at] ?? -1;
      if (found === key || found === -1) return at;
      at = (at + 1) & (capacity - 1);
    }
  };
  const grow = (): void => {
    const [oldKeys, oldPlaces] = [keys, places];
    capacity *= 2;
    keys = new Float64Array(capacity).fill(-1);
    places = new Int32Array(capacity);
    oldKeys.forEach((key, i) => {
      if (key === -1) return;
      const at = slot(key);
      keys[at] = key;
      places[at] = oldPlaces[i] ?? 0;
    });
  };
  if (atMost < 0) throw new RangeError("a table cannot hold fewer than no links");
  return {
    size: () => count,
    place(key) {
      if (count * 2 > capacity) grow();
      const at = slot(key);
      if (keys[at] !== -1) return places[at] ?? 0;
      keys[at] = key;
      places[at] = count;
      count += 1;
      return count - 1;
    },
    has(key, values) {
      const at = slot(key);
      return keys[at] === -1 ? 0 : (values[places[at] ?? 0] ?? 0);
    },
    each(told) {
      keys.forEach((key, i) => { if (key !== -1) told(key, places[i] ?? 0); });
    },
  };
}
