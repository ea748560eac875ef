import { quantile } from "../bench/statistics.ts";

/** How a conversation stood when the run ended. `lost` is what must never be: nobody has it. */
export type Outcome = "answered" | "served" | "in line" | "with a person" | "message taken" | "lost";

/** What a run counted. Latencies in milliseconds. */
export type Tally = {
  outcomes: { conversationId: string; persona: string; outcome: Outcome; why?: string }[];
  messages: number;
  /** From sending to the assistant's reply. */
  replyMs: number[];
  /** From the handoff notice to the person's joining. */
  waitMs: number[];
  handoffs: number;
  ratings: number;
  /** Sent again because the server asked for patience (429, 503). */
  sentAgain: number;
  agentMessages: number;
  taken: number;
  closed: number;
  /** Customers who gave up on an answer, or were refused one, before the run's end settled how they stand. */
  late: number;
  /** What was done to the service meanwhile: agents who died, processes killed. */
  mishaps: string[];
};

export const emptyTally = (): Tally => ({ outcomes: [], messages: 0, replyMs: [], waitMs: [], handoffs: 0, ratings: 0, sentAgain: 0, agentMessages: 0, taken: 0, closed: 0, late: 0, mishaps: [] });

/** The first of many tell what the rest would. */
const lostShown = 20;

const count = (tally: Tally, wanted: Outcome): number => tally.outcomes.filter(({ outcome }) => outcome === wanted).length;

/** The figures of a run as plain data; latencies null where nothing was measured. */
export function summary(tally: Tally) {
  const latency = (values: readonly number[]) => (values.length === 0 ? null : { p50: Math.round(quantile(values, 0.5)), p95: Math.round(quantile(values, 0.95)), max: Math.round(Math.max(...values)), n: values.length });
  return {
    conversations: tally.outcomes.length,
    answered: count(tally, "answered"),
    served: count(tally, "served"),
    inLine: count(tally, "in line"),
    withPerson: count(tally, "with a person"),
    messageTaken: count(tally, "message taken"),
    lost: count(tally, "lost"),
    messages: tally.messages,
    sentAgain: tally.sentAgain,
    handoffs: tally.handoffs,
    taken: tally.taken,
    agentMessages: tally.agentMessages,
    closed: tally.closed,
    ratings: tally.ratings,
    late: tally.late,
    mishaps: tally.mishaps,
    replyMs: latency(tally.replyMs),
    waitMs: latency(tally.waitMs),
  };
}

export function printedSummary(tally: Tally): string {
  const { replyMs, waitMs, mishaps, ...counts } = summary(tally);
  const latency = (found: typeof replyMs) => (found ? `p50 ${found.p50} ms, p95 ${found.p95} ms, longest ${found.max} ms` : "none");
  const lost = tally.outcomes.filter(({ outcome }) => outcome === "lost").map(({ conversationId, persona, why }) => `  lost: ${conversationId} (${persona}): ${why}`);
  return [
    `conversations   ${counts.conversations}: ${counts.answered} answered by the assistant, ${counts.served} by a person, ${counts.withPerson} with a person now, ${counts.inLine} in line, ${counts.messageTaken} with a message taken, ${counts.lost} lost`,
    `messages        ${counts.messages} by customers (${counts.sentAgain} sent again), ${counts.agentMessages} by agents`,
    `handoffs        ${counts.handoffs}, taken ${counts.taken}, closed ${counts.closed}, rated ${counts.ratings}`,
    `reply           ${latency(replyMs)}`,
    `wait in line    ${latency(waitMs)}`,
    ...(mishaps.length > 0 ? [`mishaps         ${mishaps.join(", ")}`] : []),
    ...(counts.late > 0 ? [`late            ${counts.late} gave up on an answer before the end`] : []),
    ...lost.slice(0, lostShown),
    counts.lost === 0 ? "every conversation was answered, is in line, is with a person, or has left a message" : `${counts.lost} conversations are with nobody`,
  ].join("\n");
}
