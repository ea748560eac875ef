import type { Dialog } from "../core/dialog.ts";
import type { IntentFollows } from "../core/next-intent.ts";
import { goesBackToAssistant } from "../core/goes-back.ts";
import type { AskKnowledge } from "../core/knowledge.ts";
import type { Topics } from "../core/facts.ts";
import type { CustomerControl } from "../core/turn.ts";
import type { Understand } from "../core/understanding.ts";
import type { AgentWorkParts } from "./agent-work.ts";
import { createConversations, type Conversations } from "./conversations.ts";
import { createHandleTurn, type HandleTurn } from "./handle-turn.ts";
import type { Clock, EventLog, Ids, Log, Orders, PolicySource, Texts } from "./ports.ts";
import { createReplyMaker, type ReplyMaker } from "./reply.ts";
import { createRespond } from "./respond.ts";
import { createStartConversation, type StartConversation } from "./start-conversation.ts";
import { createToneChoice, type ToneChoice } from "./tone-choice.ts";

export type AssistantParts = {
  log: EventLog; understand: Understand; topics: Topics; dialogs: Dialog[]; orders: Orders; ask: AskKnowledge; texts: Texts; policy: PolicySource; ids: Ids; clock: Clock;
  logger: Log;
  /** Which intent followed which so far; an empty map where nobody counts. */
  follows(): IntentFollows;
  calendarDate(at: number): string;
  /** Least time between two notices of the place to a customer who asks in words, in milliseconds. */
  placeEvery: number;
};

/** Controls that a waiting customer is offered as quick replies. */
const offeredInLine = ["keep-waiting", "leave-message", "back-to-assistant", "correct-brief"] as const;

/** Finds a control by the label of its button, in either language, or by the words for going back to the assistant. */
function controlsByLabel(texts: Texts): (text: string) => CustomerControl | null {
  const labels = new Map((["es", "en"] as const).flatMap((language) => offeredInLine.map((control) => [texts.text(`control.${control}`, {}, language).toLowerCase(), control] as const)));
  return (text) => labels.get(text.trim().toLowerCase()) ?? (goesBackToAssistant(text) ? "back-to-assistant" : null);
}

/** The digital colleague over any log: what a server, a terminal and a test all talk to. */
export type Assistant = { conversations: Conversations; replies: ReplyMaker; handleTurn: HandleTurn; startConversation: StartConversation; toneChoice: ToneChoice; errandJob: AgentWorkParts["errandJob"] };

export function createAssistant({ log, clock, texts, ids, understand, policy, topics, dialogs, orders, ask, logger, follows, calendarDate, placeEvery }: AssistantParts): Assistant {
  const conversations = createConversations({ log, clock });
  const replies = createReplyMaker({ texts, ids });
  const respond = createRespond({ replies, dialogs, orders, ask, ids, follows, calendarDate, placeEvery, hasText: (key) => texts.has(key) });
  return {
    conversations,
    replies,
    handleTurn: createHandleTurn({ conversations, understand, policy, topics, dialogs, respond, logger, controlOf: controlsByLabel(texts) }),
    startConversation: createStartConversation({ conversations, replies }),
    toneChoice: createToneChoice({ conversations, replies }),
    errandJob(text, language) {
      const { intents: [best], intentSure, entities } = understand({ text, previousLanguage: language, locale: language, readTone: false, at: clock.now() });
      const known = best && intentSure ? topics.get(best.intent) : undefined;
      const number = entities.find(({ kind }) => kind === "order")?.value;
      return best && known?.owner === "bot" && known.dialog !== null ? { intent: best.intent, number: typeof number === "string" ? number : null } : null;
    },
  };
}
