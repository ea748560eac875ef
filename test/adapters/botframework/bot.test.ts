import { TestAdapter, type Activity } from "botbuilder";
import { createBot } from "../../../src/adapters/botframework/bot.ts";
import { createMemorySignals } from "../../../src/adapters/memory/memory-signals.ts";
import { createDeliver } from "../../../src/app/deliver.ts";
import { noon } from "../../support/given.ts";
import { startTalk } from "../../support/assistant.ts";

const clock = { now: () => noon };
const log = { info: () => undefined, error: () => undefined };

async function startAdapter(): Promise<{ adapter: TestAdapter; delivered: Promise<void>; flush(): Promise<void>; unsent(): Promise<string[]> }> {
  const talk = await startTalk();
  const bot = createBot({ ...talk, deliver: createDeliver({ conversations: talk.conversations, clock, log }), signals: createMemorySignals(), clock, log });
  const delivered = new Promise<void>((resolve) => talk.feed.subscribe(({ events }) => events.some(({ type }) => type === "ReplySent") && resolve()));
  return { adapter: new TestAdapter((context) => bot(context)), delivered, flush: () => talk.conversations.flush(), unsent: () => talk.log.marked("unsent") };
}
const activity = (text: string, rest: Partial<Activity> = {}): Partial<Activity> => ({ type: "message", text, locale: "en-US", ...rest });
const sentBy = (adapter: TestAdapter): Partial<Activity>[] => adapter.activeQueue.splice(0);

test("greets who joins, and not itself", async () => {
  const { adapter } = await startAdapter();
  await adapter.processActivity({ type: "conversationUpdate", locale: "en-US", membersAdded: [{ id: "bot", name: "Bot" }] });
  expect(sentBy(adapter)).toEqual([]);
  await adapter.processActivity({ type: "conversationUpdate", locale: "en-US", membersAdded: [{ id: "user1", name: "User" }] });
  expect(sentBy(adapter)[0]?.text).toMatch(/automatic assistant/);
});

test("answers a message, and marks the answer as delivered", async () => {
  const { adapter, delivered, flush, unsent } = await startAdapter();
  await adapter.processActivity(activity("What are your opening hours?"));
  const [reply] = sentBy(adapter);
  expect(reply).toMatchObject({ type: "message", channelData: { relevo: { author: "assistant" } } });
  await flush();
  await delivered;
  expect(await unsent()).toEqual([]);
});

test("offers quick replies that say their own words", async () => {
  const { adapter } = await startAdapter();
  await adapter.processActivity(activity("hello"));
  const [reply] = sentBy(adapter);
  for (const { type, title, value } of reply?.suggestedActions?.actions ?? []) expect([type, value]).toEqual(["imBack", title]);
  expect(reply?.suggestedActions?.actions.length).toBeGreaterThan(0);
});

test("a control is served like words", async () => {
  const { adapter } = await startAdapter();
  await adapter.processActivity({ type: "event", name: "relevo.control", value: { control: "ask-for-person" }, locale: "en-US" });
  expect(sentBy(adapter)[0]?.channelData).toMatchObject({ relevo: { author: "system", kind: "handoff", rule: "asked-for-human" } });
});

test.each(["messageReaction", "installationUpdate", "endOfConversation", "typing", "whatever"])("says nothing to %s", async (type) => {
  const { adapter } = await startAdapter();
  await adapter.processActivity({ type });
  expect(sentBy(adapter)).toEqual([]);
});
