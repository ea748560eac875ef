import { createCustomerBrief } from "../../src/app/customer-brief.ts";
import { trackingCode } from "../../src/core/tracking-code.ts";
import type { Origin } from "../../src/app/handle-turn.ts";
import { repliesIn, startTalk, website, type Talk } from "../support/assistant.ts";

const silent = { info: () => undefined, error: () => undefined };
const marta = { id: "agent1", name: "Marta" };

async function talkWithBrief(origin: Origin = website): Promise<Talk> {
  const talk = await startTalk({ origin });
  const brief = createCustomerBrief({ conversations: talk.conversations, replies: talk.replies, texts: talk.texts, log: silent });
  talk.conversations.onApplied((applied) => brief.follow(applied));
  return talk;
}
const briefs = async (talk: Talk) => repliesIn(await talk.story()).filter(({ notice }) => notice?.kind === "brief");
const stateOf = async (talk: Talk) => (await talk.conversations.load("c1")).state;

test("who begins to wait sees what the person will get: the wish, what was tried, what is promised, and a code", async () => {
  const talk = await talkWithBrief();
  await talk.says("¿Dónde está mi pedido 1043?");
  await talk.says("46001");
  await talk.says("quiero hablar con una persona");
  const [shown, ...more] = await briefs(talk);
  expect(more).toEqual([]);
  expect(shown).toMatchObject({ author: "system", notice: { values: { phase: "shown", code: trackingCode("c1") } } });
  expect(shown?.text.split("\n")).toHaveLength(5);
  expect(shown?.text).toMatch(/pedido/);
});

test("it is in the customer's language, and says so when nothing is known yet", async () => {
  const talk = await talkWithBrief();
  await talk.says("I want to talk to a person");
  expect((await briefs(talk))[0]?.text).toMatch(/you have not told us yet/);
});

test("nothing of it is shown after a danger", async () => {
  const talk = await talkWithBrief();
  await talk.says("me han robado la tarjeta y hay un cargo que no reconozco");
  expect(await briefs(talk)).toEqual([]);
});

test("what the customer puts right is kept for the person, said to be noted, and costs no place", async () => {
  const talk = await talkWithBrief();
  await talk.says("quiero hablar con una persona");
  const before = (await stateOf(talk)).ticket;
  expect((await talk.says("", { control: "correct-brief" })).replies).toMatchObject([{ keys: ["brief.ask"] }]);
  const { replies, events } = await talk.says("No es por el pedido, es por la factura de marzo");
  expect(replies).toMatchObject([{ keys: ["brief.corrected"], notice: { kind: "brief", values: { phase: "corrected" } } }]);
  expect(events.some(({ type }) => type === "BriefCorrected")).toBe(true);
  expect((await stateOf(talk)).corrections).toMatchObject([{ text: "No es por el pedido, es por la factura de marzo" }]);
  expect((await stateOf(talk)).ticket).toEqual(before);
});

test("on a channel without our buttons the correction is a quick reply, and its words do what the button does", async () => {
  const talk = await talkWithBrief({ channel: "emulator", customer: { id: "u1", name: null, signedIn: false }, reference: "{}" });
  await talk.says("I want to talk to a person");
  const [label] = (await briefs(talk))[0]?.quickReplies ?? [];
  expect(label).toBe("Correct or add");
  expect((await talk.says(label ?? "")).replies).toMatchObject([{ keys: ["brief.ask"] }]);
  await talk.says("it is about the March invoice");
  expect((await stateOf(talk)).corrections).toMatchObject([{ text: "it is about the March invoice" }]);
});

test("the line after that is ordinary again: it reaches the person and nobody answers it", async () => {
  const talk = await talkWithBrief();
  await talk.says("quiero hablar con una persona");
  await talk.says("", { control: "correct-brief" });
  await talk.says("es por la factura");
  expect((await talk.says("¿sigue ahí?")).replies).toEqual([]);
  expect((await stateOf(talk)).corrections).toHaveLength(1);
});

test("once a person is there, corrections are said to the person; a new ticket starts without the old ones", async () => {
  const talk = await talkWithBrief();
  await talk.says("quiero hablar con una persona");
  await talk.says("", { control: "correct-brief" });
  await talk.says("es por la factura");
  const ticketId = (await stateOf(talk)).ticket?.ticketId ?? "";
  await talk.work.accept("c1", ticketId, marta);
  expect((await talk.says("", { control: "correct-brief" })).replies).toMatchObject([{ keys: ["still-with-person"] }]);
  await talk.work.close("c1", ticketId, marta, "solved");
  await talk.says("quiero hablar con una persona");
  expect((await stateOf(talk)).corrections).toEqual([]);
});

test("a log that cannot be written to keeps nobody from the line", async () => {
  const talk = await startTalk();
  const failed: unknown[] = [];
  const brief = createCustomerBrief({
    conversations: { ...talk.conversations, change: () => Promise.reject(new Error("away")) }, replies: talk.replies, texts: talk.texts,
    log: { info: () => undefined, error: (fields) => void failed.push(fields) },
  });
  talk.conversations.onApplied((applied) => brief.follow(applied));
  expect((await talk.says("quiero hablar con una persona")).decision?.rule).toBe("asked-for-human");
  expect(failed).toHaveLength(1);
});
