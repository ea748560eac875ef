import { fitBlend, scoresOf, type Blend, type RankedList } from "./blend.ts";
import type { DialogueTurn, PastReply } from "./dialogue.ts";
import { encoderDefaults, type EncoderSettings } from "./dual-encoder.ts";
import { trainTemplates, type TemplateModel } from "./template-model.ts";
import { expertNames, judge, readReply, trainExperts, type ReadReply, type ReplyExperts } from "./reply-experts.ts";
import { randomOf } from "./random-of.ts";

/** A past dialogue; an agent's turn may name the template it was picked from. */
export type PastDialogue = { turns: readonly (DialogueTurn & { action?: string | undefined })[] };

/** Ranks replies to a context by what was said in past dialogues. */
export type ReplyModel = {
  /** Reads a candidate once, for every context it is ranked in. */
  read(text: string): ReadReply;
  /** The candidates' places in the list given, best first. */
  rank(context: readonly DialogueTurn[], candidates: readonly ReadReply[]): number[];
  /** The names of the templates that fit best; empty where past dialogues name none. */
  templates(context: readonly DialogueTurn[], atMost: number): string[];
};

/** Below this many dialogues a part held aside once is too small to weigh experts by: then three take turns. Measured with 500 on dialogues held aside: first 3 of 100 rise from .685 to .699. */
const fewDialogues = 1_000;
const foldsOfFew = 3;
/** Held aside once where there are many: one in seven. */
const heldAside = 7;
/** Lists the experts are weighed on: on 1,000 the weights of some thirty experts are still chance in part, from here on more only take longer. */
const listsAtMost = 2_500;
/** As many as are ranked in use. */
const listLength = 100;

/**
 * Learns from past dialogues. Experts are trained on a part, weighed on the dialogues held aside, and trained again on all: an expert that learned
 * by heart must not be believed for what it has by heart. The same dialogues and seed give the same model.
 */
export function trainReplyModel(dialogues: readonly PastDialogue[], seed = 7): ReplyModel {
  const blend = fitBlend(heldOutLists(dialogues, seed), expertNames.length);
  const past = dialogues.flatMap(repliesOf);
  const experts = trainExperts(past, settingsFor(past.length, seed));
  return modelOf(experts, blend, trainTemplates(past, seed));
}

const modelOf = (experts: ReplyExperts, blend: Blend, templates: TemplateModel): ReplyModel => ({
  read: (text) => readReply(experts, text),
  rank(context, candidates) {
    const scores = scoresOf(judge(experts, context, candidates), candidates.length, blend);
    return candidates.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  },
  templates(context, atMost) {
    if (templates.names.length === 0) return [];
    const probabilities = templates.probabilities(context);
    return templates.names.map((name, i) => ({ name, probability: probabilities[i] ?? 0 })).sort((a, b) => b.probability - a.probability).slice(0, atMost).map(({ name }) => name);
  },
});

/** Every agent's turn that answers something, with all that went before it. */
export const repliesOf = ({ turns }: PastDialogue): PastReply[] =>
  turns.flatMap(({ speaker, text, action }, i) => (speaker === "agent" && i > 0 ? [{ context: turns.slice(0, i), text, action: action ?? null }] : []));

/** Small collections are read more often; large ones say the same thing often enough by themselves. Measured: beyond that the encoder learns by heart. */
const settingsFor = (replies: number, seed: number): EncoderSettings => ({ ...encoderDefaults, seed, epochs: Math.max(4, Math.min(10, Math.round(80_000 / Math.max(1, replies)))) });

function heldOutLists(dialogues: readonly PastDialogue[], seed: number): RankedList[] {
  const few = dialogues.length < fewDialogues;
  const parts = few ? foldsOfFew : heldAside;
  const random = randomOf(seed);
  return Array.from({ length: few ? foldsOfFew : 1 }, (_, fold) => fold).flatMap((fold) => {
    const past = dialogues.flatMap((dialogue, i) => (i % parts === fold ? [] : repliesOf(dialogue)));
    const held = dialogues.flatMap((dialogue, i) => (i % parts === fold ? repliesOf(dialogue) : []));
    if (past.length === 0 || held.length < 2) return [];
    const experts = trainExperts(past, settingsFor(past.length, seed));
    const read = new Map<string, ReadReply>();
    const readOnce = (text: string): ReadReply => {
      const known = read.get(text) ?? readReply(experts, text);
      read.set(text, known);
      return known;
    };
    const lists = Math.min(held.length, Math.ceil(listsAtMost / (few ? foldsOfFew : 1)));
    return Array.from({ length: lists }, (_, i): RankedList[] => {
      const one = held[Math.floor((i * held.length) / lists)];
      if (!one) return [];
      // Others are drawn as often as they are said, so that what everybody says is among them, as in use.
      const texts = new Set([one.text]);
      for (let tries = 0; texts.size < listLength && tries < 5 * listLength; tries += 1) texts.add(held[Math.floor(random() * held.length)]?.text ?? one.text);
      const candidates = [...texts].map(readOnce);
      return [{ features: judge(experts, one.context, candidates), count: candidates.length, right: 0 }];
    }).flat();
  });
}
