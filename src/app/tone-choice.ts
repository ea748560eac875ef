import type { Conversations } from "./conversations.ts";
import type { ReplyMaker } from "./reply.ts";

export type ToneChoice = (conversationId: string, on: boolean) => Promise<void>;

/** The customer allows or forbids reading the tone of what they write; effective at once, and told. */
export function createToneChoice({ conversations, replies }: { conversations: Conversations; replies: ReplyMaker }): ToneChoice {
  return (conversationId, on) =>
    conversations.change(conversationId, ({ toneAnalysis, language, started }) => {
      if (!started || toneAnalysis === on) return { events: [], result: undefined };
      const told = replies.notice(on ? "tone.on" : "tone.off", null, language ?? "es");
      return { events: [{ type: "ToneAnalysisChanged", on }, { type: "ReplyRecorded", reply: told }], result: undefined };
    });
}
