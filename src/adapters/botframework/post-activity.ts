import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import type { Activity } from "botbuilder";
import type { ConnectorClient } from "botframework-connector";

/** What a channel answered that is no success; outcomeOf tells a refusal by its status. */
export class ChannelError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, answer: string) {
    super(`The channel answered ${statusCode}: ${answer.slice(0, 200)}`);
    this.statusCode = statusCode;
  }
}

type Answer = { status: number; retryAfter: string | undefined; text: string };
type Sign = (request: { headers: { set(name: string, value: string): void } }) => Promise<unknown>;

/** Tries of one reply, the first included, when the channel says it is too busy; and the longest wait it may ask for, in milliseconds. */
const tries = 3;
const longestWait = 3_000;
/** A connection on which nothing moves for this long is given up; the turn has given up before. Milliseconds. */
const silentFor = 10_000;
/** A channel answers with an id; longer than this it answers something else. Bytes. */
const longestAnswer = 65_536;

/**
 * Makes a connector client post each activity once, to the address it was given, over node:http.
 *
 * The stock pipeline repeats a reply up to four times on a 5xx, although the channel may have shown it, and follows redirects to anywhere; its options for
 * both are dropped by the SDK on the way. It also took 510 to 630 µs of CPU a reply, a fifth of a whole turn, where this takes 130 to 180 (fetch: 500).
 * A channel that says 429 has not taken the reply, so sending it again after the time it asks for is safe. Nothing else is sent twice.
 */
export function postOnce(client: ConnectorClient, serviceUrl: string): ConnectorClient {
  const { credentials } = client as unknown as { credentials: { signRequest: Sign } };
  const sign: Sign = (request) => credentials.signRequest(request);
  const base = `${serviceUrl.replace(/\/+$/, "")}/v3/conversations/`;
  const { conversations } = client as unknown as { conversations: Record<"replyToActivity" | "sendToConversation", unknown> };
  conversations.replyToActivity = (conversation: string, answered: string, activity: Partial<Activity>) =>
    post(new URL(`${base}${encodeURIComponent(conversation)}/activities/${encodeURIComponent(answered)}`), activity, sign);
  conversations.sendToConversation = (conversation: string, activity: Partial<Activity>) =>
    post(new URL(`${base}${encodeURIComponent(conversation)}/activities`), activity, sign);
  return client;
}

/** @throws ChannelError when the channel does not take it; what node:http throws when it cannot be reached */
async function post(url: URL, activity: Partial<Activity>, sign: Sign): Promise<{ id: string }> {
  const body = JSON.stringify(activity);
  const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8", "content-length": String(Buffer.byteLength(body)), accept: "application/json" };
  await sign({ headers: { set: (name, value) => void (headers[name] = value) } });
  for (let attempt = 1; ; attempt += 1) {
    const { status, retryAfter, text } = await exchange(url, headers, body);
    if (status >= 200 && status < 300) return { id: idIn(text) };
    if (status !== 429 || attempt >= tries) throw new ChannelError(status, text);
    const seconds = Number(retryAfter ?? 1);
    await wait(Math.min(Number.isFinite(seconds) ? seconds * 1_000 : 1_000, longestWait));
  }
}

function exchange(url: URL, headers: Record<string, string>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const take = (answer: IncomingMessage): void => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => {
        if (text.length < longestAnswer) text += chunk;
      });
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"], text }));
    };
    const sent = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, { method: "POST", headers, timeout: silentFor }, take);
    sent.on("timeout", () => sent.destroy(new Error(`The channel said nothing for ${silentFor} ms.`)));
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The id a channel gave; some answer with nothing. */
function idIn(text: string): string {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return typeof id === "string" ? id : "";
  } catch {
    return "";
  }
}
