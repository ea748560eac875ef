import { randomBytes } from "node:crypto";
import type { Activity } from "botbuilder";
import type { Conversations } from "../../app/conversations.ts";
import type { Clock, Contacts, EventLog, Feed, FeedBatch } from "../../app/ports.ts";
import { InvalidInputError, NotFoundError } from "../../core/errors.ts";
import type { Language } from "../../core/turn.ts";
import type { StartConversation } from "../../app/start-conversation.ts";
import type { DirectLineAdapter } from "./direct-line-adapter.ts";
import { activityId, activityOfEvent } from "./activities.ts";
import type { TokenClaims, Tokens } from "./tokens.ts";
import type { IncomingActivity } from "../../api/activity.ts";

export type ActivitySet = { activities: Partial<Activity>[]; watermark: string };

/** Direct Line 3.0 over the log: what a client sees are the events of its conversation, and a watermark is a version. */
export type DirectLine = {
  newToken(user: { id: string | null; name: string | null; signedIn: boolean; vip?: boolean }): { conversationId: string; token: string; expires_in: number };
  refresh(claims: TokenClaims): { conversationId: string; token: string; expires_in: number };
  start(claims: TokenClaims, language: Language | null, baseUrl: string): Promise<Started>;
  /** Throws NotFoundError for a conversation that was not started. */
  reconnect(claims: TokenClaims, watermark: string | null, baseUrl: string): Promise<Started>;
  activities(claims: TokenClaims, watermark: string | null): Promise<ActivitySet>;
  /** Records what the client sent and answers its id; the same clientActivityID again gets the same id. */
  post(claims: TokenClaims, activity: IncomingActivity): Promise<{ id: string }>;
  /** Calls back with everything after the watermark, then with what is new. */
  follow(claims: TokenClaims, watermark: string | null, listener: (set: ActivitySet) => void): Promise<() => void>;
};

export type Started = { conversationId: string; token: string; expires_in: number; streamUrl: string };

export type DirectLineParts = {
  tokens: Tokens; conversations: Conversations; log: EventLog; feed: Feed; clock: Clock; contacts: Contacts;
  adapter: DirectLineAdapter; startConversation: StartConversation; botName: string;
};

/** 128 bits and more, so that an id can be neither guessed nor counted. */
const newId = (prefix: string): string => prefix + randomBytes(18).toString("base64url");

export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { tokens, conversations, log, feed, adapter, startConversation, botName, clock, contacts } = parts;

  const withToken = (claims: TokenClaims): { conversationId: string; token: string; expires_in: number } => {
    const { token, expiresIn } = tokens.issue(claims);
    return { conversationId: claims.conversationId, token, expires_in: expiresIn };
  };

  const started = (claims: TokenClaims, watermark: string | null, baseUrl: string): Started => {
    const path = `/v3/directline/conversations/${claims.conversationId}/stream?watermark=${watermark ?? "-"}`;
    return { ...withToken(claims), streamUrl: `${baseUrl.replace(/^http/, "ws")}${path}&t=${tokens.issue(claims, "stream").token}` };
  };

  const read = async ({ conversationId }: TokenClaims, after: number): Promise<ActivitySet> => {
    const { state } = await conversations.atLeast(conversationId, 0);
    const events = await log.read(conversationId, after);
    const activities = events.map((event) => activityOfEvent(event, conversationId, state.customer, botName)).filter((activity) => activity !== null);
    return { activities, watermark: String(events.at(-1)?.version ?? after) };
  };

  return {
    newToken: ({ id, name, signedIn, vip }) =>
      withToken({ conversationId: newId("c"), userId: id ?? newId("dl_"), userName: name, signedIn, ...(vip ? { vip } : {}) }),
    refresh: withToken,
    async start(claims, language, baseUrl) {
      const { conversationId, userId, userName, signedIn, vip } = claims;
      // Only a customer whom the host site names is the same one next time; other ids are made up per browser.
      const lastContactAt = signedIn ? await contacts.begin(userId, conversationId, clock.now()) : null;
      const customer = { id: userId, name: userName, signedIn, ...(vip ? { vip } : {}), ...(lastContactAt ? { lastContactAt } : {}) };
      await startConversation(conversationId, { channel: "directline", customer, reference: null }, language);
      return started(claims, null, baseUrl);
    },
    async reconnect(claims, watermark, baseUrl) {
      if (!(await conversations.load(claims.conversationId)).state.started) throw new NotFoundError("conversation.not-found", {});
      versionOf(watermark);
      return started(claims, watermark, baseUrl);
    },
    activities: (claims, watermark) => read(claims, versionOf(watermark)),
    async post(claims, activity) {
      const { handled, version } = await adapter.receive(claims, activity, newId("a"), new Date(clock.now()));
      return { id: handled ? activityId(claims.conversationId, version) : `${claims.conversationId}|${newId("e")}` };
    },
    async follow(claims, watermark, listener) {
      const { conversationId } = claims;
      let sent = versionOf(watermark);
      const waiting: FeedBatch[] = [];
      let take = (batch: FeedBatch): void => void waiting.push(batch);
      const { state } = await conversations.load(conversationId);
      const unsubscribe = feed.subscribe((batch) => {
        if (batch.conversationId === conversationId) take(batch);
      });
      const tell = ({ events, version }: FeedBatch): void => {
        if (version <= sent) return;
        const activities = events.filter((event) => event.version > sent)
          .map((event) => activityOfEvent(event, conversationId, state.customer, botName)).filter((activity) => activity !== null);
        sent = version;
        if (activities.length > 0) listener({ activities, watermark: String(version) });
      };
      try {
        const events = await log.read(conversationId, sent);
        const version = events.at(-1)?.version;
        if (version) tell({ conversationId, version, events, own: false });
      } catch (error) {
        unsubscribe();
        throw error;
      }
      waiting.forEach(tell);
      take = tell;
      return unsubscribe;
    },
  };
}

/** A watermark as a version; none, "-" and "" mean from the beginning. Throws InvalidInputError on anything else that is not a number. */
function versionOf(watermark: string | null): number {
  if (watermark === null || watermark === "" || watermark === "-") return 0;
  if (!/^\d{1,9}$/.test(watermark)) throw new InvalidInputError("watermark.invalid", { expected: "the watermark of an earlier answer" });
  return Number(watermark);
}
