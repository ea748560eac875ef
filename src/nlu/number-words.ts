const numbered = (first: number, names: string): [string, number][] => names.split(" ").map((name, i) => [name, first + i]);

/** Number words below a hundred, folded; a ten takes a unit after it ("treinta y dos", "thirty two"). */
const small: ReadonlyMap<string, number> = new Map<string, number>([
  ...numbered(1, "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"),
  ...numbered(1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
  ["un", 1], ["una", 1], ["veintiun", 21], ["a", 1],
]);
const tens: ReadonlyMap<string, number> = new Map([
  ..."treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ").map((name, i): [string, number] => [name, 30 + 10 * i]),
  ..."twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((name, i): [string, number] => [name, 20 + 10 * i]),
]);
const hundreds: ReadonlyMap<string, number> = new Map([
  ["cien", 100], ["ciento", 100],
  ..."doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(" ").map((name, i): [string, number] => [name, 200 + 100 * i]),
]);
const scales: ReadonlyMap<string, number> = new Map([["hundred", 100], ["mil", 1000], ["thousand", 1000], ["millon", 1e6], ["millones", 1e6], ["million", 1e6]]);

/** A word that is a number, or part of one. */
export const isNumberWord = (word: string): boolean => small.has(word) || tens.has(word) || hundreds.has(word) || scales.has(word);

/** Words that join the parts of a number. */
export const joinsNumbers = (word: string): boolean => word === "y" || word === "and";

/**
 * The whole number that these folded words say: "ciento veinte", "mil quinientos", "twenty five", "a hundred and ten".
 *
 * @returns null where they say none, or two ("dos tres")
 */
export function numberOf(words: readonly string[]): number | null {
  let total = 0;
  let group = 0;
  /** The next part must be below this: 100 after hundreds, 10 after tens, 0 after a unit. */
  let room = 1000;
  let joined = false;
  for (const [i, word] of words.entries()) {
    if (joinsNumbers(word)) {
      if (i === 0 || joined) return null;
      joined = true;
      continue;
    }
    joined = false;
    const scale = scales.get(word);
    if (scale === 100) {
      if (group < 1 || group > 9) return null;
      group *= 100;
      room = 100;
    } else if (scale !== undefined) {
      // "mil" alone is one thousand; a larger scale comes before a smaller one.
      if (total > 0 && total < scale) return null;
      total += Math.max(1, group) * scale;
      group = 0;
      room = 1000;
    } else {
      const value = hundreds.get(word) ?? tens.get(word) ?? small.get(word);
      if (value === undefined || value >= room) return null;
      group += value;
      room = hundreds.has(word) ? 100 : tens.has(word) ? 10 : 0;
    }
  }
  return joined || words.length === 0 ? null : total + group;
}
