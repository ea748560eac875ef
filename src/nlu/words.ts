/** A word of a text. `folded` is lower case without accents, straight apostrophe; `text` is as written. */
export type Word = { text: string; folded: string; start: number; end: number };

const plain = /^[a-z0-9]+$/;
const ascii = /^[ -~]*$/;
const marks = /\p{M}/gu;

/** Lower case without accents or other marks, so that "Pásame" and "pasame" are one word. */
export function fold(text: string): string {
  if (plain.test(text)) return text;
  if (ascii.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(marks, "").toLowerCase().replaceAll("’", "'");
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a text in order; punctuation and emoji are between them. Linear in the length of the text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    words.push({ text: match[0], folded: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const clauseEnd = /[.,;:!?¡¿\n()]/;

/** Words grouped by the punctuation between them: negation and requests do not reach across it. */
export function clausesOf(text: string, words: Word[]): Word[][] {
  const clauses: Word[][] = [];
  let clause: Word[] = [];
  let end = 0;
  for (const one of words) {
    if (clause.length > 0 && clauseEnd.test(text.slice(end, one.start))) {
      clauses.push(clause);
      clause = [];
    }
    clause.push(one);
    end = one.end;
  }
  if (clause.length > 0) clauses.push(clause);
  return clauses;
}

const lines = new WeakMap<Word[], string>();

/** The folded words of a clause with blanks between; kept, since one pattern after the other looks at it. */
export function lineOf(clause: Word[]): string {
  const line = lines.get(clause) ?? clause.map(({ folded }) => folded).join(" ");
  lines.set(clause, line);
  return line;
}

/** The longest run of one character: 4 in "buenaaaa". */
export function longestRun(text: string): number {
  let longest = text === "" ? 0 : 1;
  let run = 1;
  for (let i = 1; i < text.length; i += 1) {
    run = text.charCodeAt(i) === text.charCodeAt(i - 1) ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
}

/** A set of words written as one text with blanks between, the way lexicons are easiest to read. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((one) => one !== ""));
}
