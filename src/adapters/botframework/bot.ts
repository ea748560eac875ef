import { randomUUID } from "node:crypto";
import { TurnContext, type Activity } from "botbuilder";
import type { Deliver } from "../../app/deliver.ts";
import type { Handled, HandleTurn } from "../../app/handle-turn.ts";
import type { Clock, Log, ReplySender, Signals } from "../../app/ports.ts";
import type { StartConversation } from "../../app/start-conversation.ts";
import type { ToneChoice } from "../../app/tone-choice.ts";
import { handoffStates, type HandoffStateName } from "../../core/handoff-protocol.ts";
import { activityOfReply } from "../../api/activity-of-reply.ts";
import { conversationIdOf, languageOf, originOf, turnOfActivity } from "./turn-of-activity.ts";

export type Bot = (context: TurnContext) => Promise<void>;

/** Where the bot leaves what became of a turn, for the adapter that ran it. */
export const handledKey = Symbol("handled");
/** Set by an adapter that reads the log itself: replies need no sending there. */
export const readsLogKey = Symbol("reads-log");
/** Set by an adapter that knows the customer is signed in at the host site. */
export const signedInKey = Symbol("signed-in");

export type BotParts = {
  handleTurn: HandleTurn; startConversation: StartConversation; toneChoice: ToneChoice; deliver: Deliver; signals: Signals; clock: Clock; log: Log;
  /** What a hub behind a connector channel says of a handoff. */
  handoffStatus?(conversationId: string, channel: string, state: HandoffStateName): Promise<unknown>;
};

/** An answer that takes longer shows that it is being worked on; a faster one would only flicker. Milliseconds. */
const typingAfter = 400;

/** The bot as Bot Framework knows it: translates activities to turns and sends what was recorded. Decides nothing. */
export function createBot({ handleTurn, startConversation, toneChoice, deliver, signals, clock, log, handoffStatus }: BotParts): Bot {
  const origin = (context: TurnContext): ReturnType<typeof originOf> => {
    const { activity, turnState } = context;
    // Without the activity's id: the address of a conversation stays the same from turn to turn.
    const { activityId: _, ...address } = TurnContext.getConversationReference(activity);
    return originOf(activity, turnState.get(readsLogKey) ? null : JSON.stringify(address), turnState.get(signedInKey) === true);
  };

  const send = async (context: TurnContext): Promise<void> => {
    if (!context.turnState.get(readsLogKey)) await deliver(conversationIdOf(context.activity), senderIn(context));
  };

  const takeTurn = async (context: TurnContext): Promise<void> => {
    const received = turnOfActivity(context.activity, clock.now());
    const turn = received.turnId ? received : { ...received, turnId: randomUUID() };
    const typing = setTimeout(() => {
      context.sendActivity({ type: "typing" }).catch((error: unknown) => log.error({ err: error }, "typing could not be shown"));
    }, typingAfter);
    try {
      const handled: Handled = await handleTurn(turn, origin(context));
      context.turnState.set(handledKey, handled);
    } finally {
      clearTimeout(typing);
    }
    await send(context);
  };

  const greet = async (context: TurnContext, language: ReturnType<typeof languageOf>): Promise<void> => {
    await startConversation(conversationIdOf(context.activity), origin(context), language);
    await send(context);
  };

  const event = async (context: TurnContext, { name, value }: Activity): Promise<void> => {
    const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
    if (name === "relevo.start") return greet(context, languageOf(typeof given.language === "string" ? given.language : context.activity.locale));
    // A control we do not know would be recorded as the customer having said nothing.
    if (name === "relevo.control") return turnOfActivity(context.activity, clock.now()).control ? takeTurn(context) : undefined;
    const state = handoffStates.find((known) => known === given.state);
    if (name === "handoff.status" && state) {
      await handoffStatus?.(conversationIdOf(context.activity), context.activity.channelId, state);
      return;
    }
    if (name === "relevo.tone" && typeof given.on === "boolean") {
      await toneChoice(conversationIdOf(context.activity), given.on);
      return send(context);
    }
  };

  return async (context) => {
    const { activity } = context;
    switch (activity.type) {
      case "message":
        if (activity.text || activity.attachments?.length) await takeTurn(context);
        return;
      case "event":
        return event(context, activity);
      case "conversationUpdate": {
        const joined = activity.membersAdded?.some(({ id }) => id !== activity.recipient?.id);
        if (joined) await greet(context, languageOf(activity.locale));
        return;
      }
      case "typing":
        signals.publish({ conversationId: conversationIdOf(activity), kind: "typing", who: "customer" });
        return;
      default: // reactions, installations and whatever a channel invents: nothing to say
    }
  };
}

/** Sends within the running turn, through the adapter it came in by. */
function senderIn(context: TurnContext): ReplySender {
  return {
    async send(_reference, reply) {
      return outcomeOf(() => context.sendActivity(activityOfReply(reply)));
    },
  };
}

/** A channel that answered with an error may still have shown the reply: only a clear refusal (4xx) is one. */
export async function outcomeOf(send: () => Promise<unknown>): ReturnType<ReplySender["send"]> {
  try {
    await send();
    return { ok: true };
  } catch (error) {
    const status = (error as { statusCode?: unknown }).statusCode;
    return { ok: false, error, why: typeof status === "number" && status >= 400 && status < 500 ? "refused" : "unknown-outcome" };
  }
}
