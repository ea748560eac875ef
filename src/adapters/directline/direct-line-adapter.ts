import { BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from "botbuilder";
import type { IncomingActivity } from "../../api/activity.ts";
import type { Handled } from "../../app/handle-turn.ts";
import type { Signals } from "../../app/ports.ts";
import { botId } from "./activities.ts";
import type { TokenClaims } from "./tokens.ts";

export type DirectLineBot = {
  run(context: TurnContext): Promise<void>;
  /** Keys of the turn state the bot and its adapters share. */
  keys: { handled: symbol; readsLog: symbol; signedIn: symbol };
};

/** What was recorded for a posted activity; `handled` is false for signals and events that leave no turn. */
export type Received = { handled: boolean; version: number };

/**
 * Bot Framework's adapter for the built-in Direct Line: runs the bot in this process, without a connector in between.
 * Replies need no sending, clients read them from the log; only typing passes through here.
 */
export class DirectLineAdapter extends BotAdapter {
  private readonly bot: DirectLineBot;
  private readonly signals: Signals;

  constructor(bot: DirectLineBot, signals: Signals) {
    super();
    this.bot = bot;
    this.signals = signals;
  }

  /** The activity counts as sent by the token's user in the token's conversation, whatever it says itself. */
  async receive(claims: TokenClaims, activity: IncomingActivity, id: string, timestamp: Date): Promise<Received> {
    const { keys } = this.bot;
    const context = new TurnContext(this, {
      ...activity, id, timestamp, channelId: "directline", serviceUrl: "relevo:directline",
      from: { id: claims.userId, name: claims.userName ?? "", role: "user" }, recipient: { id: botId, name: "" },
      conversation: { id: claims.conversationId, isGroup: false, conversationType: "personal", name: "" },
    } as unknown as Activity);
    context.turnState.set(keys.readsLog, true);
    context.turnState.set(keys.signedIn, claims.signedIn);
    await this.runMiddleware(context, (ready) => this.bot.run(ready));
    const handled = context.turnState.get<Handled>(keys.handled);
    return { handled: handled !== undefined, version: handled?.version ?? 0 };
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return Promise.resolve(activities.map(({ type }) => {
      if (type !== "typing") throw new Error(`The built-in Direct Line delivers from the log; an activity of type ${type} must be recorded there.`);
      this.signals.publish({ conversationId: context.activity.conversation.id, kind: "typing", who: "assistant" });
      return { id: "" };
    }));
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error("The log is append-only: what was said is not changed."));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error("The log is append-only: what was said is not taken back."));
  }

  override async continueConversation(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, TurnContext.applyConversationReference({ type: "event", name: "continueConversation" }, reference, true) as Activity);
    await this.runMiddleware(context, logic);
  }
}
