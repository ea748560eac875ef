import type { Language } from "../../core/turn.ts";
import { emotions } from "../../core/understanding.ts";
import type { Emotion } from "../../core/understanding.ts";
import { emojiFeelings, emoticonFeelings } from "../emoji.ts";
import type { GeneralSentiment } from "../general-sentiment.ts";
import { saysOf } from "../lexicon.ts";
import type { Feeling, Lexicon } from "../lexicon.ts";
import { fold, lineOf, longestRun, wordSet } from "../words.ts";
import type { Word } from "../words.ts";

/** Something in the text that carries a feeling: which words, how they weigh, and whether they are praise by themselves. */
type Hit = { feeling: Feeling; degree: number; evidence: string; place: number; praise: boolean; negated: boolean };

/** A negation turns at most the third word after it: "no estoy nada contento". */
const negationReach = 3;
const negatedPraise: Omit<Feeling, "weight"> = { emotion: "frustrated", valence: -0.5, arousal: 0.2 };
const negatedBlame: Omit<Feeling, "weight"> = { emotion: "neutral", valence: 0.1, arousal: 0 };
const bitterPraise: Omit<Feeling, "weight"> = { emotion: "frustrated", valence: -0.6, arousal: 0.4 };
/** After "but" the sentence says what it is about; before it, what is granted. */
const afterTurn = 1.3;
const beforeTurn = 0.7;
/** How much a word of repetition adds to what is unpleasant: as much as "quite" does. */
const repeated = 1.3;
/** A word of a general list says less than one of the shop's own. */
const generalWeight = 0.3;
/** A reading with a single weak word is pulled toward neutral by this much of a word. */
const pull = 0.12;

/** Which emotion wins a tie: the one that is worse to miss. */
const gravity: Emotion[] = ["angry", "sad", "anxious", "frustrated", "confused", "excited", "satisfied", "neutral"];

/** What the lexicons make of a turn. */
export type LexicalReading = {
  emotion: Emotion;
  valence: number;
  arousal: number;
  /** Weight of the words of each emotion, in the order of the emotions; a plain word of the shop's lexicon weighs 1. */
  votes: number[];
  /** 0 to 1: how much of the turn its words are. */
  covered: number;
  evidence: string[];
};

type Parts = { text: string; clauses: Word[][]; language: Language; lexicon: Lexicon; general: GeneralSentiment };

/**
 * How one turn reads: domain lexicon with negation, degree and turns of sentence, a general word list beneath it, and what
 * capitals, exclamation marks, stretched letters and emoji add to arousal. Praise next to a marker of repetition is bitter.
 *
 * @returns valence and arousal in [-1, 1], the emotion, and the words it rests on as written
 */
export function readByLexicon({ text, clauses, language, lexicon, general }: Parts): LexicalReading {
  const hits = lexiconHits(clauses, lexicon);
  const folded = clauses.map((clause) => lineOf(clause)).join(" , ");
  const words = clauses.flat();
  if (hits.length > 0) {
    const spaced = ` ${folded} `;
    if (isBitter(spaced, hits, lexicon)) for (const hit of hits) if (hit.praise) hit.feeling = { ...bitterPraise, weight: 1 };
    if (lexicon.repeats.some((marker) => spaced.includes(` ${marker} `))) for (const hit of hits) if (hit.feeling.valence < -0.2) hit.degree *= repeated;
    const lastTurn = words.findLastIndex(({ folded: word }) => lexicon.turns.has(word));
    for (const hit of hits) if (lastTurn >= 0) hit.degree *= hit.place > lastTurn ? afterTurn : beforeTurn;
  }
  hits.push(...emojiHits(text));
  const style = readStyle(text, words);
  if (hits.length === 0 && style.shouts) hits.push({ feeling: { emotion: "frustrated", valence: -0.5, arousal: 0.5, weight: 0.5 }, degree: 1, evidence: style.loudest, place: 0, praise: false, negated: false });
  const used = new Set(hits.flatMap(({ evidence }) => fold(evidence).split(" ")));
  const generalHits = general(folded, language).filter(({ word }) => !used.has(word));
  return summed(hits, generalHits, style, words);
}

function lexiconHits(clauses: Word[][], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = [];
  let place = 0;
  for (const clause of clauses) {
    for (let i = 0; i < clause.length; i += 1) {
      const word = clause[i];
      if (word === undefined) continue;
      const phrase = phraseAt(clause, i, lexicon);
      const feeling = phrase?.feeling ?? saysOf(lexicon, word.folded).feeling;
      if (feeling === null) continue;
      const length = phrase?.length ?? 1;
      const written = clause.slice(i, i + length);
      const negated = !lexicon.negators.has(word.folded) && !lexicon.courtesies.has(word.folded) && isNegated(clause, i, lexicon);
      hits.push({
        feeling: negated ? turned(feeling) : feeling,
        degree: degreeBefore(clause, i, lexicon),
        evidence: written.map((one) => one.text).join(" "),
        place: place + i,
        praise: length === 1 && !negated && lexicon.praise.has(word.folded),
        negated,
      });
      i += length - 1;
    }
    place += clause.length;
  }
  return hits;
}

function phraseAt(clause: Word[], at: number, lexicon: Lexicon): { feeling: Feeling; length: number } | null {
  const candidates = lexicon.phrases.get(clause[at]?.folded ?? "");
  const found = candidates?.find(({ words }) => words.every((word, i) => {
    const here = clause[at + i]?.folded;
    return here !== undefined && (word === "_" || word === here);
  }));
  return found === undefined ? null : { feeling: found.feeling, length: found.words.length };
}

function turned(feeling: Feeling): Feeling {
  if (feeling.valence > 0.2) return { ...negatedPraise, weight: feeling.weight };
  return feeling.valence < -0.2 ? { ...negatedBlame, weight: feeling.weight } : feeling;
}

const joins = wordSet("y e pero porque aunque and but because although");

/**
 * Whether a negation within reach turns the word at this place, with no new clause begun by a joining word in between.
 * "No paro de llorar" negates the end of the crying and not the crying.
 */
function isNegated(clause: Word[], at: number, lexicon: Lexicon): boolean {
  for (let i = at - 1; i >= Math.max(0, at - negationReach); i -= 1) {
    const word = clause[i]?.folded ?? "";
    if (joins.has(word)) return false;
    if (!lexicon.negators.has(word)) continue;
    const between = clause.slice(i + 1, at).map((one) => one.folded).join(" ");
    return !lexicon.endings.some((ending) => between === ending || between.endsWith(` ${ending}`));
  }
  return false;
}

function degreeBefore(clause: Word[], at: number, lexicon: Lexicon): number {
  let degree = 1;
  for (let i = Math.max(0, at - 2); i < at; i += 1) degree *= saysOf(lexicon, clause[i]?.folded ?? "").degree;
  return degree;
}

/** Praise with a marker of repetition ("genial, otra vez") or followed by blame ("perfecto, otro día perdido"); thanks for real help is neither. */
function isBitter(spaced: string, hits: Hit[], lexicon: Lexicon): boolean {
  if (!hits.some(({ praise }) => praise)) return false;
  if (hits.some(({ feeling }) => feeling.emotion === "neutral")) return false;
  return lexicon.bitter.some((marker) => spaced.includes(` ${marker} `));
}

// Most turns have neither: two quick looks save the long ones.
const beyondLatin = /[\u0250-\uffff]|©|®/;
const faces = /[:<]/;

function emojiHits(text: string): Hit[] {
  const hits: Hit[] = [];
  if (beyondLatin.test(text)) for (const match of text.matchAll(/\p{Extended_Pictographic}/gu)) {
    const feeling = emojiFeelings.get(match[0]);
    if (feeling !== undefined && hits.length < 5) hits.push({ feeling, degree: 1, evidence: match[0], place: Number.MAX_SAFE_INTEGER, praise: false, negated: false });
  }
  if (faces.test(text)) for (const [face, feeling] of emoticonFeelings) if (text.includes(face)) hits.push({ feeling, degree: 1, evidence: face, place: Number.MAX_SAFE_INTEGER, praise: false, negated: false });
  return hits;
}

type Style = { arousal: number; shouts: boolean; loudest: string };

const capitals = /\p{Lu}{2}/u;

function readStyle(text: string, words: Word[]): Style {
  const bangs = Math.min(4, text.match(/!/g)?.length ?? 0);
  const long = words.filter((word) => word.text.length > 2 && /\p{L}/u.test(word.text));
  const loud = !capitals.test(text) ? [] : long.filter((word) => word.text === word.text.toUpperCase() && word.text !== word.text.toLowerCase());
  const allLoud = loud.length >= 2 && loud.length >= long.length * 0.6;
  const drawn = longestRun(text) > 3 && /(\p{L})\1{3,}/u.test(text);
  return {
    arousal: bangs * 0.08 + (allLoud ? 0.3 : loud.length > 0 && long.length > 3 ? 0.1 : 0) + (drawn ? 0.12 : 0) + (/\?\s?\?|\?!|!\?/.test(text) ? 0.1 : 0),
    shouts: (allLoud && (bangs >= 2 || loud.length >= 4)) || /\?\?\?|[?!]{4}/.test(text),
    loudest: loud.slice(0, 4).map((word) => word.text).join(" ") || (/[?!]{2,8}/.exec(text)?.[0] ?? ""),
  };
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function summed(hits: Hit[], general: { word: string; valence: number }[], style: Style, words: Word[]): LexicalReading {
  const votes = new Map<Emotion, number>(emotions.map((emotion) => [emotion, 0]));
  let weight = 0;
  let valence = 0;
  let arousal = 0;
  for (const { feeling, degree } of hits) {
    const share = feeling.weight * degree;
    votes.set(feeling.emotion, (votes.get(feeling.emotion) ?? 0) + share);
    weight += share;
    valence += share * clamp(feeling.valence * Math.sqrt(degree));
    arousal += share * feeling.arousal;
  }
  for (const one of general) {
    weight += generalWeight;
    valence += generalWeight * one.valence;
    arousal += generalWeight * 0.2 * Math.abs(one.valence);
  }
  const felt = valence / (weight + pull);
  const stirred = clamp(arousal / (weight + pull) + style.arousal * (weight > 0 ? 1 : 0.6));
  const emotion = winner(votes, hits.length > 0, felt, stirred);
  const evidence = [...hits.filter(({ feeling }) => feeling.emotion !== "neutral" || emotion === "neutral").map((hit) => hit.evidence), ...general.flatMap(({ word }) => words.find((one) => fold(one.text) === word)?.text ?? [])];
  return {
    emotion, valence: rounded(clamp(felt)), arousal: rounded(stirred),
    votes: emotions.map((one) => votes.get(one) ?? 0),
    covered: Math.min(1, hits.reduce((sum, hit) => sum + hit.evidence.split(" ").length + Number(hit.negated), 0) / Math.max(1, words.length)),
    evidence: emotion === "neutral" ? [] : [...new Set(evidence)].slice(0, 8),
  };
}

function winner(votes: Map<Emotion, number>, anyHit: boolean, valence: number, arousal: number): Emotion {
  if (!anyHit) return valence <= -0.35 ? "frustrated" : valence >= 0.35 ? "satisfied" : "neutral";
  const best = gravity.reduce((top, emotion) => ((votes.get(emotion) ?? 0) > (votes.get(top) ?? 0) ? emotion : top), "neutral");
  // Shouted frustration is anger, and shouted satisfaction is excitement: the same pleasantness with more arousal.
  if (best === "frustrated" && arousal >= 0.7 && valence <= -0.45) return "angry";
  if (best === "satisfied" && arousal >= 0.45 && valence >= 0.45) return "excited";
  if (best === "satisfied" && valence < 0.1) return "neutral";
  return best;
}
