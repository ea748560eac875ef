import type { Emotion } from "../core/understanding.ts";
import { fold, longestRun } from "./words.ts";

/** Words and phrases of one feeling. Blanks part words; a phrase is in its own entry; `*` at the end takes any ending, `_` stands for any word. */
export type LexiconGroup = { emotion: Emotion; valence: number; arousal: number; weight: number; words: string; phrases: string[] };

export type LexiconSource = {
  groups: LexiconGroup[];
  negators: string;
  /** What ends, as phrases: between a negation and a feeling they undo the negation, as in "no paro de llorar". */
  endings: string[];
  /** Polite words that a negation does not turn: "no, gracias" refuses nothing unpleasant. */
  courtesies: string;
  /** Words of repetition: no feeling by themselves, but they strengthen one that is unpleasant. */
  repeats: string[];
  /** Words that strengthen (above 1) or soften what follows. */
  degrees: [number, string][];
  /** After one of these the sentence turns, and what follows counts more. */
  turns: string;
  /** Praise that is bitter next to a marker of repetition. */
  praise: string;
  bitter: string[];
};

export type Feeling = { emotion: Emotion; valence: number; arousal: number; weight: number };

export type Lexicon = {
  exact: ReadonlyMap<string, Feeling>;
  stems: ReadonlyMap<string, Feeling>;
  shortestStem: number;
  longestStem: number;
  /** By first word; each phrase as its words. Longest first. */
  phrases: ReadonlyMap<string, { words: string[]; feeling: Feeling }[]>;
  negators: ReadonlySet<string>;
  endings: string[];
  courtesies: ReadonlySet<string>;
  repeats: string[];
  degrees: ReadonlyMap<string, number>;
  turns: ReadonlySet<string>;
  praise: ReadonlySet<string>;
  bitter: string[];
  /** What single words say, for those met before. */
  met: Map<string, WordSays>;
};

/** What a word says by itself, however its letters are drawn out: its feeling, and how it strengthens or softens what follows (1: not at all). */
export type WordSays = { feeling: Feeling | null; degree: number };

const split = (list: string): string[] => fold(list).split(/\s+/).filter((one) => one !== "");

/** Prepares a lexicon for reading, once. */
export function compileLexicon(source: LexiconSource): Lexicon {
  const exact = new Map<string, Feeling>();
  const stems = new Map<string, Feeling>();
  const phrases = new Map<string, { words: string[]; feeling: Feeling }[]>();
  for (const { words, phrases: written, ...feeling } of source.groups) {
    for (const one of split(words)) {
      if (one.endsWith("*")) stems.set(one.slice(0, -1), feeling);
      else exact.set(one, feeling);
    }
    for (const phrase of written) {
      const parts = split(phrase);
      const first = parts[0] ?? "";
      phrases.set(first, [...(phrases.get(first) ?? []), { words: parts, feeling }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    exact, stems, phrases,
    shortestStem: Math.min(...Array.from(stems.keys(), (stem) => stem.length)),
    longestStem: Math.max(...Array.from(stems.keys(), (stem) => stem.length)),
    negators: new Set(split(source.negators)),
    endings: source.endings.map(fold),
    courtesies: new Set(split(source.courtesies)),
    repeats: source.repeats.map(fold),
    degrees: new Map(source.degrees.flatMap(([degree, words]) => split(words).map((one): [string, number] => [one, degree]))),
    turns: new Set(split(source.turns)),
    praise: new Set(split(source.praise)),
    bitter: source.bitter.map(fold),
    met: new Map(),
  };
}

/** Words remembered; a shop's customers use some ten thousand forms, and the bounds keep a flood of junk from filling memory. */
const wordsKept = 20_000;
const longestKept = 30;
const stretched = /(\p{L})\1{2,}/gu;

export function saysOf(lexicon: Lexicon, word: string): WordSays {
  const known = lexicon.met.get(word);
  if (known !== undefined) return known;
  const drawnOut = longestRun(word) > 2;
  const says = {
    feeling: feelingOf(lexicon, word) ?? (drawnOut ? stretchedFeeling(lexicon, word) : null),
    degree: lexicon.degrees.get(drawnOut ? word.replace(stretched, "$1") : word) ?? 1,
  };
  if (word.length > longestKept) return says;
  if (lexicon.met.size >= wordsKept) lexicon.met.clear();
  lexicon.met.set(word, says);
  return says;
}

/** "graciaaas" is "gracias", "goood" is "good": three letters in a row are one or two. */
const stretchedFeeling = (lexicon: Lexicon, word: string): Feeling | null =>
  feelingOf(lexicon, word.replace(stretched, "$1")) ?? feelingOf(lexicon, word.replace(stretched, "$1$1"));

/** The feeling of a word: its own entry, else the longest stem it begins with. */
export function feelingOf(lexicon: Lexicon, word: string): Feeling | null {
  const own = lexicon.exact.get(word);
  if (own !== undefined) return own;
  for (let length = Math.min(word.length, lexicon.longestStem); length >= lexicon.shortestStem; length -= 1) {
    const found = lexicon.stems.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}
