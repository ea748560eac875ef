import type { Event } from "../core/events.ts";
import { courtesies } from "../core/policy.ts";
import { voice } from "../core/ownership.ts";
import type { ConversationState } from "../core/state.ts";
import { trackingCode } from "../core/tracking-code.ts";
import type { Applied, Conversations } from "./conversations.ts";
import type { Log, Texts } from "./ports.ts";
import type { ReplyMaker } from "./reply.ts";

/** Wishes named in the brief; more than three nobody reads at a glance. */
const wishesShown = 3;

/** Asking for a person is why they wait, and a greeting is no wish. */
const isWish = (intent: string | null): intent is string => intent !== null && intent !== "talk-to-person" && !courtesies.has(intent);

/** What the customer sees of what the person will get, in the customer's language. */
function customerBrief(state: ConversationState, texts: Texts): { wants: string; tried: string } {
  const language = state.language ?? "es";
  const title = (intent: string): string => texts.text(`${intent}.title`, {}, language);
  const wanted = [...new Set(state.turns.map(({ intent }) => intent).filter(isWish))].slice(-wishesShown);
  const served = [...new Set(state.turns.flatMap(({ decision }) => (decision?.action.kind === "answer" || decision?.action.kind === "start" ? [decision.action.intent] : [])))];
  const known = served.filter(isWish);
  return {
    wants: wanted.length > 0 ? wanted.map(title).join(" · ") : texts.text("brief.customer.wants-unknown", {}, language),
    tried: known.length > 0 ? known.map(title).join(", ") : texts.text("brief.customer.tried-nothing", {}, language),
  };
}

export type CustomerBrief = { follow(applied: Applied): Promise<void> };

/**
 * Shows a customer who begins to wait what the person will get first, to be corrected or added to. Nothing waits for it: the ticket is in line already, and
 * where it cannot be shown the handoff goes on without it. Not after a danger: those minutes are for other words.
 */
export function createCustomerBrief({ conversations, replies, texts, log }: { conversations: Conversations; replies: ReplyMaker; texts: Texts; log: Log }): CustomerBrief {
  return {
    async follow({ conversationId, after, events }) {
      const opened = events.find((event) => event.type === "TicketOpened");
      if (!opened || opened.safety || after.ticket?.ticketId !== opened.ticketId) return;
      try {
        await conversations.change(conversationId, (state) => {
          const { ticket } = state;
          if (ticket?.ticketId !== opened.ticketId || voice(ticket) !== "line") return { events: [], result: undefined };
          const values = { ...customerBrief(state, texts), code: trackingCode(conversationId) };
          // Our own page has a button under it; a channel that only knows messages gets it as a quick reply.
          const quickReplies = state.reference === null ? [] : ["control.correct-brief"];
          const reply = replies.notice("brief.customer", { kind: "brief", values: { phase: "shown", ...values } }, state.language ?? ticket.line.language, { quickReplies });
          const shown: Event[] = [{ type: "ReplyRecorded", reply }];
          return { events: shown, result: undefined };
        });
      } catch (error) {
        log.error({ conversationId, err: error }, "brief not shown to the customer; the handoff goes on without it");
      }
    },
  };
}
