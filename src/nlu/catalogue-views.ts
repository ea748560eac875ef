import type { Topics } from "../core/facts.ts";
import type { Language } from "../core/turn.ts";
import type { ReplyCandidate } from "../core/whisper.ts";
import { renderText } from "./catalogue.ts";
import { aboutAssistant } from "./catalogue-types.ts";
import type { Catalogue } from "./catalogue-types.ts";

/** The catalogue as the policy sees it. */
export const topicsOf = ({ intents }: Catalogue): Topics =>
  new Map([[aboutAssistant, { owner: "bot", dialog: null, agentSkill: "general" }], ...[...intents].map(([name, { owner, dialog, agentSkill }]) => [name, { owner, dialog, agentSkill }] as const)]);

/** The catalogue's texts by key. */
export const textsOf = (catalogue: Catalogue): { has(key: string): boolean; text(key: string, values: Record<string, string | number>, language: Language): string } => ({
  has: (key) => catalogue.texts.has(key),
  text: (key, values, language) => renderText(catalogue, key, values, language),
});

const examplesEach = 25;
/** Some of what customers say to each intent, in both languages: a thousand texts with the words that most others have. */
export const examplesOf = ({ intents }: Catalogue): string[] => [...intents.values()].flatMap(({ utterances: { es, en } }) => [...es.slice(0, examplesEach), ...en.slice(0, examplesEach)]);

/** What the whisper may offer: canned replies, and articles of the shop's knowledge. */
export const candidatesOf = ({ replies, knowledge }: Catalogue): ReplyCandidate[] => [
  ...replies.map(({ id, kind, intents, emotions, said, text }) => ({ id, kind, intents, emotions, said, text, source: "replies" })),
  ...knowledge.map(({ id, intents, unasked, emotions, text, title }) => ({ id: `article-${id}`, kind: "knowledge", intents, unasked, emotions, text: { es: firstParagraph(text.es), en: firstParagraph(text.en) }, title, source: "knowledge" })),
];

/** An article opens with what is asked most; a chat has no room for the rest. */
const firstParagraph = (text: string): string => text.split("\n\n", 1)[0] ?? "";
