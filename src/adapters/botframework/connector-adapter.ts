import { CloudAdapter, type Activity, type ConversationReference, type TurnContext } from "botbuilder";
import type { AuthenticateRequestResult } from "botframework-connector";
import type { Log, ReplySender } from "../../app/ports.ts";
import { InvalidInputError, UnavailableError } from "../../core/errors.ts";
import { activityOfReply } from "../../api/activity-of-reply.ts";
import { outcomeOf, type Bot } from "./bot.ts";
import { CachedAuthentication } from "./cached-authentication.ts";
import { isLocalServiceUrl } from "./service-url.ts";

/** A request that did not prove it comes from the channel. */
export class UnauthenticatedError extends Error {}

/** A channel gives up on an answer after 15 s; a reply that takes longer than this has an unknown outcome. Milliseconds. */
const sendTimeout = 8_000;

/** The bot's registration at Microsoft; null password for a managed identity, null tenant for a multi-tenant bot. */
export type BotRegistration = { appType: string; appId: string; appPassword: string | null; tenantId: string | null };

/** The apology for a turn that failed, in the customer's language. */
export type Sorry = (activity: Activity) => Promise<string>;

/** CloudAdapter with cached clients, errors of ours instead of written responses, and no bot answered at an address nobody vouched for. */
export class ConnectorAdapter extends CloudAdapter {
  private readonly authentication: CachedAuthentication;
  private readonly registration: BotRegistration | null;
  private readonly ownPorts: () => readonly number[];

  constructor({ registration, ownPorts, log, sorry }: { registration: BotRegistration | null; ownPorts: () => readonly number[]; log: Log; sorry: Sorry }) {
    const authentication = new CachedAuthentication(
      registration
        ? { MicrosoftAppType: registration.appType, MicrosoftAppId: registration.appId, MicrosoftAppPassword: registration.appPassword ?? "", MicrosoftAppTenantId: registration.tenantId ?? "" }
        : {},
    );
    super(authentication);
    this.authentication = authentication;
    this.registration = registration;
    this.ownPorts = ownPorts;
    this.onTurnError = async (context, error) => {
      // A turn that could not be recorded was not promised anything: the channel hears 503 and sends it again.
      if (error instanceof UnavailableError || error instanceof InvalidInputError) throw error;
      log.error({ err: error, conversation: context.activity.conversation?.id }, "turn failed");
      await context.sendActivity(await sorry(context.activity));
    };
  }

  /**
   * Runs the bot on one activity.
   *
   * @throws UnauthenticatedError, InvalidInputError (an address that may not be answered), UnavailableError (nothing was recorded)
   */
  async receive(authHeader: string, activity: Activity, bot: Bot): Promise<void> {
    if (!this.registration && !isLocalServiceUrl(activity.serviceUrl, this.ownPorts())) {
      throw new InvalidInputError("service-url.refused", { allowed: "http://127.0.0.1:PORT or http://localhost:PORT" });
    }
    let authenticated: AuthenticateRequestResult;
    try {
      authenticated = await this.authentication.authenticateRequest(activity, authHeader);
    } catch (error) {
      throw new UnauthenticatedError("The bearer token is missing or not valid for this bot.", { cause: error });
    }
    await this.run(authenticated, activity, bot);
  }

  /** Sends outside a turn: notices, what a person says, what a crash left behind. */
  sender(): ReplySender {
    const appId = this.registration?.appId ?? "";
    return {
      send: (stored, reply) => {
        const reference = JSON.parse(stored) as Partial<ConversationReference>;
        if (!this.registration && !isLocalServiceUrl(reference.serviceUrl ?? "", this.ownPorts())) return Promise.resolve({ ok: false, why: "refused", error: new Error("its address may not be called") });
        return outcomeOf(() => this.continueConversationAsync(appId, reference, async (context) => {
          delete context.activity.id; // made up for the continuation; a reply to it would be a reply to nothing
          await context.sendActivity(activityOfReply(reply));
        }));
      },
    };
  }

  /** Sends an event outside a turn; rejects where the channel does not take it. */
  async sendEvent(stored: string, event: { type: "event"; name: string; value: unknown }): Promise<void> {
    const reference = JSON.parse(stored) as Partial<ConversationReference>;
    if (!this.registration && !isLocalServiceUrl(reference.serviceUrl ?? "", this.ownPorts())) throw new Error("its address may not be called");
    await this.continueConversationAsync(this.registration?.appId ?? "", reference, async (context) => {
      delete context.activity.id;
      await context.sendActivity(event);
    });
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): ReturnType<CloudAdapter["sendActivities"]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The channel did not answer within ${sendTimeout} ms.`)), sendTimeout);
    });
    try {
      return await Promise.race([super.sendActivities(context, activities), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async run(authenticated: AuthenticateRequestResult, activity: Activity, bot: Bot): Promise<void> {
    // CloudAdapterBase.processActivity is public at run time and internal in the types; it takes the authenticated result as it is.
    const base = this as unknown as { processActivity(result: AuthenticateRequestResult, activity: Activity, logic: Bot): Promise<unknown> };
    await base.processActivity(authenticated, activity, bot);
  }
}
