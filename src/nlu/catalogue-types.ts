import type { Emotion } from "../core/understanding.ts";
import type { Language } from "../core/turn.ts";

/** One text in both languages. */
export type Bilingual = Record<Language, string>;

/** One thing customers want: how they say it, who serves it, and what is said. */
export type IntentEntry = {
  intent: string;
  /** `people`: a topic that belongs to people whatever the classifier's confidence. */
  owner: "bot" | "people";
  /** The dialog that serves it; null where a single answer does, or people own it. */
  dialog: string | null;
  /** The agent skill its handoff asks for. */
  agentSkill: "general" | "cancellations" | "care";
  title: Bilingual;
  utterances: Record<Language, string[]>;
  /** Names of its answers; the words are in the catalogue's texts under `intent.answer`. */
  answers: string[];
};

/** A short article of the shop, shown to agents and searched by employees. */
export type Article = {
  id: string; title: Bilingual; intents: string[]; emotions: Emotion[]; text: Bilingual;
  /** Those of its intents whose plain case it tells of: the whisper offers it there whatever was asked. */
  unasked: string[];
  /** Of things to eat and drink it answers for those alone that are named by it or in how it is asked for. */
  namedOnly: boolean;
  /** Everyday questions that it answers; it is searched by how like them a question is. May be empty. */
  asked: Record<Language, string[]>;
};

export const replyKinds = ["acknowledge", "explain", "solve", "apologise", "close", "safety"] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** A reply that an agent may send as it is or edit. */
export type CannedReply = {
  id: string; kind: ReplyKind; intents: string[]; emotions: Emotion[]; text: Bilingual;
  /** Beginnings of words, one of which the customer must have written for it to be offered. */
  said?: { es: string[]; en: string[] } | undefined;
};

export type Catalogue = {
  intents: Map<string, IntentEntry>;
  /** Keys are `order-status.delayed`, `handoff.distress`; `INTENT.title` holds an intent's title. */
  texts: Map<string, Bilingual>;
  knowledge: Article[];
  /** Words that mean the same to who asks: lines of them, by language. */
  sameWords: Record<Language, string[][]>;
  /** Questions that sound like an article's and that none answers. */
  unanswered: Record<Language, string[]>;
  /** Names of things to eat and drink, several a line: who names one asks about it. */
  things: Record<Language, string[]>;
  replies: CannedReply[];
};

/** The intent of texts that are none of the shop's business; used to train the reject option, never answered. */
export const outOfScope = "oos";

/** What the assistant itself is, asked by those who wonder whether a person writes. No entry and not trained: patterns find it, its words are among the texts. */
export const aboutAssistant = "about-assistant";
