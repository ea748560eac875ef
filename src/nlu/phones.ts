export type PhoneFound = { value: string; start: number; length: number; plain: boolean };

const prefixed = /(?<![\d+])(?:\+|\b00)[1-9]/y;
const digits = /\d+/g;
/** Enough digits, in groups near each other, for the shortest phone number; nearly no message gets past this. */
const manyDigits = /(?:\d[ ().-]{0,3}){8}/;
/** What stands between two groups of one number. */
const gap = /^(?: ?[-.] ?| ?\(|\)[ -]?| )$/;
const gapAtMost = 3;
const groupsAtMost = 7;

/**
 * How numbers without a country are written, as the lengths of their groups, with what they begin with: Spain, Chile and
 * Colombia, Mexico, Argentina, the United States, the United Kingdom. "6043 46001" is an order and its postcode, so not any
 * grouping of nine digits is a phone.
 */
const written: ReadonlyMap<string, RegExp> = new Map([
  ...["9", "3 3 3", "3 2 2 2", "2 3 2 2", "1 4 4", "1 8", "3 6"].map((shape): [string, RegExp] => [shape, /^[2-9]/]),
  ...["10", "3 3 4", "2 4 4", "3 7", "2 8", "2 2 2 2 2", "3 3 2 2", "3 2 2 3"].map((shape): [string, RegExp] => [shape, /^[1-9]/]),
  ...["11", "5 6", "5 3 3", "3 4 4", "4 3 4", "4 7", "3 8", "4 2 2 3"].map((shape): [string, RegExp] => [shape, /^0/]),
  ...["1 3 3 4"].map((shape): [string, RegExp] => [shape, /^1[2-9]/]),
  ...["2 2 4 4", "4 2 3 4", "3 2 4 4"].map((shape): [string, RegExp] => [shape, /^(?:0|1)/]),
]);
/** E.164: at most fifteen digits, and no country has fewer than eight. */
const international = { least: 8, most: 15 };

/** Phone numbers with a country's prefix, or written as one of the countries served writes them. `plain` is one run of digits, which may be another number. */
export function readPhones(text: string): PhoneFound[] {
  if (!manyDigits.test(text)) return [];
  const found: PhoneFound[] = [];
  const groups = [...text.matchAll(digits)];
  for (let first = 0; first < groups.length; first += 1) {
    const chain = chainFrom(text, groups, first);
    for (let size = chain.length; size > 0; size -= 1) {
      if (digitsIn(chain, size) < international.least) break;
      const phone = phoneOf(text, chain.slice(0, size));
      if (phone === null) continue;
      found.push(phone);
      first += size - 1;
      break;
    }
  }
  return found;
}

function digitsIn(chain: readonly Group[], size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += chain[i]?.[0].length ?? 0;
  return sum;
}

type Group = RegExpMatchArray & { index: number };

function chainFrom(text: string, groups: readonly Group[], first: number): Group[] {
  const chain: Group[] = [];
  for (let i = first; i < groups.length && chain.length < groupsAtMost; i += 1) {
    const group = groups[i];
    const last = chain.at(-1);
    if (group === undefined) break;
    if (last !== undefined) {
      const from = last.index + last[0].length;
      if (group.index - from > gapAtMost || !gap.test(text.slice(from, group.index))) break;
    }
    chain.push(group);
  }
  return chain;
}

function phoneOf(text: string, chain: readonly Group[]): PhoneFound | null {
  const [head] = chain;
  const tail = chain.at(-1);
  if (head === undefined || tail === undefined) return null;
  const end = tail.index + tail[0].length;
  if (/^(?:[\p{L}\d@/]|[.,:-]\d)/u.test(text.slice(end, end + 2))) return null;
  const number = chain.map(([group]) => group).join("");
  const plus = text[head.index - 1] === "+" || text.slice(head.index - 2, head.index) === "+(";
  prefixed.lastIndex = head.index;
  if (plus || prefixed.test(text)) {
    const count = number.length - (plus ? 0 : 2);
    if (count < international.least || count > international.most) return null;
    const start = plus ? text.lastIndexOf("+", head.index) : head.index;
    return { value: plus ? `+${number}` : number, start, length: end - start, plain: false };
  }
  const start = text[head.index - 1] === "(" ? head.index - 1 : head.index;
  if (/[\p{L}\d@#/.,:-]$/u.test(text.slice(Math.max(0, start - 1), start))) return null;
  const begins = written.get(chain.map(([group]) => group.length).join(" "));
  return begins?.test(number) ? { value: number, start, length: end - start, plain: chain.length === 1 } : null;
}
