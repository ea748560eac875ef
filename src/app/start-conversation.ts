import type { Event } from "../core/events.ts";
import type { Language } from "../core/turn.ts";
import { trackingCode } from "../core/tracking-code.ts";
import type { Conversations } from "./conversations.ts";
import type { Origin } from "./handle-turn.ts";
import type { ReplyMaker } from "./reply.ts";

export type StartConversation = (conversationId: string, origin: Origin, language: Language | null) => Promise<void>;

/** The language of a greeting before anything is known; the shop is Spanish. */
const homeLanguage: Language = "es";

/** The set of quick replies that opens a conversation; each is one of the assistant's jobs. */
export const openingReplies = ["opening.order-status", "opening.change-delivery", "opening.damaged-item", "opening.opening-hours", "control.ask-for-person"];

/**
 * Starts a conversation with the greeting that says what answers here and how to reach a person.
 * A page that tells its language only after the start is greeted again in it, as long as nobody has written.
 */
export function createStartConversation({ conversations, replies }: { conversations: Conversations; replies: ReplyMaker }): StartConversation {
  return (conversationId, { channel, customer, reference }, language) =>
    conversations.change(conversationId, (state) => {
      const greeted = state.started && (language === null || language === state.language || state.customerTurns > 0);
      if (greeted) return { events: [], result: undefined };
      const spoken = language ?? homeLanguage;
      const welcome = replies.fromAssistant([{ key: "welcome", values: {} }], spoken, { quickReplies: openingReplies, notice: { kind: "welcome", values: { code: trackingCode(conversationId) } } });
      const events: Event[] = [
        { type: "ConversationStarted", channel, customer: state.started ? state.customer : customer, language, reference },
        { type: "ReplyRecorded", reply: welcome },
      ];
      return { events, result: undefined };
    });
}
