import { join } from "node:path";
import type { PastDialogue } from "../../src/nlu/replies/reply-model.ts";
import { trainReplyModel } from "../../src/nlu/replies/reply-model.ts";
import type { ReadReply } from "../../src/nlu/replies/reply-experts.ts";
import { InputError } from "../predict/json-lines.ts";
import { readReplyGoldLines, readReplyPoolLines, readReplyTrainLines, type ReplyGoldLine, type ReplyPoolLine } from "../predict/reply-lines.ts";
import { share, type Share } from "./intent-figures.ts";
import { livePractice } from "./live-practice.ts";

/** One figure of the ranking of replies: where `right` of the lines have it among the first. The goal is for a hidden part of the set; null where the figure only informs. */
export type ReplyFigure = { set: string; pastDialogues: number; measure: string; goal: number | null; share: Share };
/** What training on all of a set and ranking its evaluation takes. */
export type ReplyCost = { set: string; cpuSeconds: number; peakMegabytes: number };
export type ReplyBench = { figures: ReplyFigure[]; costs: ReplyCost[] };

type Goals = { first1: number | null; first3: number | null; template3: number | null };
/** `past`: so many dialogues from the start of the training part, or all. `live`: as the live whisper finds replies as well, which is for English sets. */
export type ReplyPlan = { set: string; past: number | null; goals: Goals; live?: boolean };

/** Learning must pay early, so STAR is measured from its first dialogues on as well. The largest comes first: the peak of memory is the process' own and never falls. */
const plans: readonly ReplyPlan[] = [
  { set: "star", past: null, goals: { first1: 0.76, first3: 0.91, template3: 0.88 } },
  { set: "star", past: 500, goals: { first1: null, first3: 0.7, template3: null }, live: true },
  { set: "star", past: 100, goals: { first1: null, first3: 0.55, template3: null } },
  { set: "twacs", past: null, goals: { first1: 0.29, first3: 0.46, template3: null } },
];

/**
 * Measures the ranking of replies on public dialogues: the true reply among a hundred, and the template it was picked from among all. What is trained is
 * measured and dropped: one of the sets may be used for nothing else.
 *
 * @param dir holds `whisper_SET_train`, `_dev_pool` and `_dev_eval`, each `.jsonl.gz`
 * @throws InputError where a file is missing or is not what it should be
 */
export async function benchReplies(dir: string, progress: (text: string) => void, planned: readonly ReplyPlan[] = plans): Promise<ReplyBench> {
  const bench: ReplyBench = { figures: [], costs: [] };
  for (const { set, past, goals, live } of planned) {
    const file = (part: string): string => join(dir, `whisper_${set}_${part}.jsonl.gz`);
    const [dialogues, pool, asked] = [await readReplyTrainLines(file("train")), await readReplyPoolLines(file("dev_pool")), await readReplyGoldLines(file("dev_eval"))];
    const known = past === null ? dialogues : dialogues.slice(0, past);
    progress(`${set}, ${known.length} past dialogues`);
    const before = process.cpuUsage();
    const { first1, first3, template3 } = placesOf(known, pool, asked);
    const used = process.cpuUsage(before);
    const told = { set, pastDialogues: known.length };
    bench.figures.push({ ...told, measure: "true reply first of 100", goal: goals.first1, share: first1 }, { ...told, measure: "true reply in the first 3 of 100", goal: goals.first3, share: first3 });
    if (template3.n > 0) bench.figures.push({ ...told, measure: "template in the first 3", goal: goals.template3, share: template3 });
    if (live) bench.figures.push(...livePractice(known, pool, asked).map(({ measure, share: found }) => ({ ...told, measure: `live whisper: ${measure}`, goal: null, share: found })));
    if (past === null) bench.costs.push({ set, cpuSeconds: (used.user + used.system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 });
  }
  return bench;
}

function placesOf(past: readonly PastDialogue[], pool: readonly ReplyPoolLine[], asked: readonly ReplyGoldLine[]): Record<"first1" | "first3" | "template3", Share> {
  const model = trainReplyModel(past);
  const read = new Map<number, ReadReply>(pool.map(({ i, text }) => [i, model.read(text)]));
  const places = asked.map(({ id, context, candidates, gold }) => {
    const replies = candidates.map((i) => {
      const reply = read.get(i);
      if (!reply) throw new InputError(`${id} names candidate ${i}, which the pool does not have`);
      return reply;
    });
    return model.rank(context, replies).findIndex((place) => candidates[place] === gold);
  });
  const templates = asked.flatMap(({ context, gold_action: action }) => (action === undefined ? [] : [model.templates(context, 3)].flatMap((named) => (named.length > 0 ? [named.includes(action)] : []))));
  const within = (first: number): Share => share(places.filter((place) => place >= 0 && place < first).length, places.length);
  return { first1: within(1), first3: within(3), template3: share(templates.filter(Boolean).length, templates.length) };
}

const figure = ({ value, low, high }: Share): string => `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

/** The figures as lines of text, each beside its goal. */
export function printedReplies({ figures, costs }: ReplyBench): string {
  const lines = figures.map(({ set, pastDialogues, measure, goal, share: found }) =>
    `${goal === null || found.value >= goal ? "ok  " : "MISS"}  ${set}, ${pastDialogues} past dialogues, ${measure}, goal ${goal ?? "none"}, n ${found.n}: ${figure(found)}`);
  const spent = costs.map(({ set, cpuSeconds, peakMegabytes }) => `${set}: ${cpuSeconds.toFixed(0)} CPU s to train on all and rank, ${peakMegabytes.toFixed(0)} MB at most so far`);
  return ["replies: value (95 % interval)", ...lines, ...spent].join("\n");
}
