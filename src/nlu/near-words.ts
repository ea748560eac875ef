/**
 * Finds the word of a list that a misspelt word stands for: equal, or one letter missing, added, changed or swapped.
 *
 * Both sides are compared with one letter taken out (symmetric deletes, after Garbe's SymSpell), so a look-up costs as many
 * map reads as the word has letters. Words shorter than `from` letters must be equal; `never` lists real words that are neighbours.
 */
export function nearWords(list: Iterable<string>, never: ReadonlySet<string>, from = 6): (word: string) => string | null {
  const exact = new Set(list);
  const near = new Map<string, string>();
  for (const word of exact) {
    if (word.length < from) continue;
    near.set(word, word);
    for (const shorter of deletions(word)) if (!near.has(shorter)) near.set(shorter, word);
  }
  const longest = Math.max(...Array.from(exact, (word) => word.length)) + 1;
  return (word) => {
    if (exact.has(word)) return word;
    if (word.length < from - 1 || word.length > longest || never.has(word)) return null;
    const direct = near.get(word);
    if (direct !== undefined) return direct;
    for (const shorter of deletions(word)) {
      const found = near.get(shorter);
      if (found !== undefined && found.length >= from && Math.abs(found.length - word.length) <= 1) return found;
    }
    return null;
  };
}

function* deletions(word: string): Generator<string> {
  for (let i = 0; i < word.length; i += 1) yield word.slice(0, i) + word.slice(i + 1);
}
