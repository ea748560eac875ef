import { setTimeout as wait } from "node:timers/promises";
import type { Language } from "../../src/core/turn.ts";
import { ChatRefused, openChat, type DirectLineChat, type SeenActivity } from "../client/direct-line.ts";
import type { JsonClient } from "../client/http-json.ts";
import { nextWake } from "./next-wake.ts";
import { messageLines, type Persona } from "./personas.ts";
import type { Random } from "./random.ts";
import type { Outcome, Tally } from "./tally.ts";

export type CustomerParts = { client: JsonClient; random: Random; tally: Tally; ended: AbortSignal; /** How many customers there are at once. */ crowd: number };

// The contract: an answer, or an honest "not now", within ten seconds; beyond this somebody has been forgotten.
const replyPatienceMs = 15_000;
// People read before they write; a run is faster than life, so that half a minute shows something.
const thinkMs = { low: 200, high: 1_500 };
// A small machine serves some forty turns a second beside those who play them: a crowd thinks longer, as any crowd does. Milliseconds per customer.
const thinkPerCustomer = 40;
const sendAttempts = 5;
// In life some wait an hour and others two minutes; in a run the impatient ones leave a message after this.
const linePatienceMs = { low: 8_000, high: 60_000 };

class Unanswered extends Error {}

/** One conversation of a persona, from the greeting to the end or to the end of the run. */
export async function playCustomer(persona: Persona, language: Language, { client, random, tally, ended, crowd }: CustomerParts): Promise<void> {
  const inbox = createInbox();
  const chat = await openPatiently(client, inbox.receive, tally, ended);
  if (!chat) return;
  const { lines, toPerson } = persona.script[language];
  const clientIds = counter(chat.conversationId);
  const done = (outcome: Outcome, why?: string) => tally.outcomes.push({ conversationId: chat.conversationId, persona: persona.name, outcome, ...(why ? { why } : {}) });
  const think = () => wait(random.between(thinkMs.low, Math.max(thinkMs.high, crowd * thinkPerCustomer)), undefined, { signal: ended }).catch(() => undefined);

  const say = async (text: string) => {
    await send(chat, { type: "message", text, locale: language === "es" ? "es-ES" : "en-GB" }, clientIds(), tally);
    tally.messages += 1;
  };
  /** Says it and waits for the assistant's word, which may be that a person comes. */
  const ask = async (text: string) => {
    const from = inbox.length();
    const started = performance.now();
    await say(text);
    if (!(await inbox.until(from, ({ author }) => author !== null, AbortSignal.timeout(replyPatienceMs)))) throw new Unanswered(`no reply to message ${tally.messages}`);
    tally.replyMs.push(performance.now() - started);
  };

  try {
    for (const text of lines) {
      await think();
      if (ended.aborted || inbox.inLine()) break;
      await ask(text);
    }
    if (!inbox.inLine()) return void done("answered");

    tally.handoffs += 1;
    const started = performance.now();
    const patience = AbortSignal.timeout(random.between(linePatienceMs.low, linePatienceMs.high));
    if (!(await inbox.until(0, ({ kind }) => kind === "joined", AbortSignal.any([ended, patience])))) {
      if (ended.aborted) return void done("in line");
      await control(chat, { control: "leave-message" }, clientIds(), tally);
      // Of a person who joins and a customer who leaves a message in the same moment one comes first.
      await inbox.until(0, ({ kind, phase }) => kind === "joined" || phase === "message-asked", AbortSignal.timeout(replyPatienceMs));
      if (!inbox.has(({ kind }) => kind === "joined")) {
        await say(messageLines[language]);
        if (!(await inbox.until(0, ({ phase }) => phase === "message-taken", AbortSignal.timeout(replyPatienceMs)))) throw new Unanswered("the message was not taken");
        return void done("message taken");
      }
    }
    tally.waitMs.push(performance.now() - started);
    for (const text of toPerson) {
      await think();
      if (ended.aborted) break;
      const from = inbox.length();
      await say(text);
      await inbox.until(from, ({ author, kind }) => author === "person" || kind === "csat", ended);
    }
    if (!(await inbox.until(0, ({ kind }) => kind === "csat" || kind === "closed" || kind === "returned", ended))) return void done("with a person");
    if (await inbox.until(0, ({ kind }) => kind === "csat", AbortSignal.timeout(thinkMs.low))) {
      await control(chat, { control: "rate", rating: random.between(3, 5) }, clientIds(), tally);
      tally.ratings += 1;
    }
    done("served");
  } catch (error) {
    done("lost", error instanceof Error ? error.message : String(error));
  } finally {
    chat.close();
  }
}

/** What has come, and waiting for what is still to come. */
function createInbox() {
  const activities: SeenActivity[] = [];
  const wake: (() => void)[] = [];
  return {
    receive(activity: SeenActivity) {
      activities.push(activity);
      for (const waiting of wake.splice(0)) waiting();
    },
    length: () => activities.length,
    has: (wanted: (activity: SeenActivity) => boolean) => activities.some(wanted),
    inLine: () => activities.some(({ kind }) => kind === "handoff"),
    /** Whether such an activity has come after the first `from`, or comes before the signal. */
    async until(from: number, wanted: (activity: SeenActivity) => boolean, signal: AbortSignal): Promise<boolean> {
      while (!activities.slice(from).some((activity) => !activity.fromCustomer && wanted(activity))) {
        if (signal.aborted) return false;
        await nextWake(signal, (waiting) => wake.push(waiting));
      }
      return true;
    },
  };
}

async function openPatiently(client: JsonClient, receive: (activity: SeenActivity) => void, tally: Tally, ended: AbortSignal): Promise<DirectLineChat | null> {
  while (!ended.aborted) {
    try {
      return await openChat(client, { kind: "page" }, receive);
    } catch (error) {
      if (!(error instanceof ChatRefused) || error.retryAfterSeconds === null) throw error;
      tally.sentAgain += 1;
      await wait(error.retryAfterSeconds * 1000, undefined, { signal: ended }).catch(() => undefined);
    }
  }
  return null;
}

const control = (chat: DirectLineChat, value: Record<string, unknown>, clientId: string, tally: Tally): Promise<void> =>
  send(chat, { type: "event", name: "relevo.control", value }, clientId, tally);

/** Sends with the same id until it is taken, as a page does. */
async function send(chat: DirectLineChat, activity: Record<string, unknown>, clientId: string, tally: Tally): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, retryAfterSeconds } = await chat.post(activity, clientId);
    if (status === 200) return;
    if (attempt === sendAttempts || (status !== 503 && status !== 429)) throw new Error(`a message was refused with ${status}`);
    tally.sentAgain += 1;
    await wait((retryAfterSeconds ?? 1) * 1000);
  }
}

function counter(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}
