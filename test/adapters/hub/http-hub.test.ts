import nock from "nock";
import { createHttpHub, signatureOf } from "../../../src/adapters/hub/http-hub.ts";
import { hubDoor } from "../../../src/adapters/hub/hub-door.ts";
import { createHandoffHub, type HandoffHub } from "../../../src/app/handoff-hub.ts";
import { repliesIn, startTalk, type Talk } from "../../support/assistant.ts";
import { noon } from "../../support/given.ts";

const base = "http://hub.test";
const secret = "known-to-us-and-to-the-hub-alone-32";
const silent = { info: () => undefined, error: () => undefined };
const eva = { id: "77", name: "Eva" };

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});

type Sent = { path: string; key: string | null; signed: boolean; body: Record<string, unknown> };

/** A hub that keeps what it is sent, and answers with these statuses in turn, then 202. */
function fakeHub(...answers: number[]): Sent[] {
  const sent: Sent[] = [];
  nock(base).post(/.*/).times(50).reply(async (request: Request) => {
    const text = await request.text();
    sent.push({
      path: new URL(request.url).pathname, key: request.headers.get("idempotency-key"),
      signed: request.headers.get("x-relevo-signature") === signatureOf(secret, new URL(request.url).pathname, text), body: JSON.parse(text) as Record<string, unknown>,
    });
    return [answers.shift() ?? 202, ""];
  });
  return sent;
}

async function withHub(): Promise<Talk & { hub: HandoffHub; ticketId(): Promise<string>; answer(activity: object, signedWith?: string, signedFor?: string): Promise<number> }> {
  const talk = await startTalk();
  const http = createHttpHub({ baseUrl: base, secret, timeoutMs: 500, callbackUrl: (ticketId) => `https://us.test/${ticketId}`, pause: () => Promise.resolve() });
  const hub = createHandoffHub({ conversations: talk.conversations, work: talk.work, replies: talk.replies, texts: talk.texts, hub: http, clock: { now: () => noon }, log: silent });
  talk.conversations.onApplied((applied) => hub.follow(applied));
  const door = hubDoor({ secret, hub, conversationOf: () => "c1" });
  const ticketId = async (): Promise<string> => (await talk.conversations.load("c1")).state.ticket?.ticketId ?? "";
  return {
    ...talk, hub, ticketId,
    async answer(activity, signedWith = secret, signedFor) {
      const body = Buffer.from(JSON.stringify(activity));
      const id = await ticketId();
      const { status } = await door.handle({ method: "POST", params: { ticketId: id }, query: {}, headers: { "x-relevo-signature": signatureOf(signedWith, `/api/handoffs/${signedFor ?? id}/activities`, body) }, body, ip: "", baseUrl: "" });
      await hub.idle();
      return status;
    },
  };
}
const status = (state: string) => ({ type: "event", name: "handoff.status", from: eva, value: { state } });
const ticketOf = async ({ conversations }: Talk) => (await conversations.load("c1")).state.ticket;

test("a handoff reaches the hub with its reason, context, transcript and a way to answer, signed and with a key of its own", async () => {
  const sent = fakeHub();
  const talk = await withHub();
  await talk.says("¿Dónde está mi pedido 1043?");
  await talk.says("quiero hablar con una persona");
  await talk.hub.idle();
  const ticketId = await talk.ticketId();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    path: "/handoffs", key: `${ticketId}-1`, signed: true,
    body: { type: "event", name: "handoff.initiate", callbackUrl: `https://us.test/${ticketId}`, value: { ticketId, language: "es", reason: { rule: "asked-for-human" } } },
  });
  const attachments = (sent[0]?.body.attachments ?? []) as { content: { activities: { text: string; from: { role: string } }[] } }[];
  expect(attachments.flatMap(({ content }) => content.activities).map(({ from, text }) => [from.role, text])).toContainEqual(["user", "¿Dónde está mi pedido 1043?"]);
});

test("a person there accepts, talks and ends; the customer meets them as any other, and the assistant goes on", async () => {
  fakeHub();
  const talk = await withHub();
  await talk.says("I want to talk to a person");
  await talk.hub.idle();
  expect(await talk.answer(status("accepted"))).toBe(204);
  expect(await ticketOf(talk)).toMatchObject({ status: "accepted", agent: { id: "hub:77", name: "Eva" } });
  const word = { type: "message", id: "m1", from: eva, text: "Hello, Eva here." };
  expect([await talk.answer(word), await talk.answer(word)]).toEqual([204, 204]);
  expect(repliesIn(await talk.story()).filter(({ author }) => author === "person")).toMatchObject([{ text: "Hello, Eva here.", agent: { name: "Eva" } }]);
  expect(await talk.answer(status("completed"))).toBe(204);
  expect(await ticketOf(talk)).toBeNull();
  expect((await talk.says("what are your opening hours?")).decision?.rule).toBe("answer");
});

test("what the customer writes meanwhile reaches the hub once, in order, and so does the end", async () => {
  const sent = fakeHub();
  const talk = await withHub();
  await talk.says("I want to talk to a person");
  await talk.hub.idle();
  await talk.says("it is about my refund");
  await talk.answer(status("accepted"));
  await talk.says("are you there?");
  await talk.says("", { control: "end" });
  await talk.hub.idle();
  expect(sent.slice(1).map(({ path, body }) => [path.replace(/[^/]+\/activities/, "ID/activities"), body.text ?? body.type])).toEqual([
    ["/handoffs/ID/activities", "it is about my refund"], ["/handoffs/ID/activities", "are you there?"], ["/handoffs/ID/activities", "endOfConversation"],
  ]);
});

test("a busy hub is asked again with the same key; one that stays away ends with a message asked for, never in silence", async () => {
  const sent = fakeHub(503, 202);
  const first = await withHub();
  await first.says("I want to talk to a person");
  await first.hub.idle();
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect((await ticketOf(first))?.status).toBe("waiting");

  nock.cleanAll();
  fakeHub(503, 503, 503);
  const second = await withHub();
  await second.says("I want to talk to a person");
  await second.hub.idle();
  expect((await ticketOf(second))?.status).toBe("message");
  expect(repliesIn(await second.story()).at(-1)).toMatchObject({ keys: ["hub.failed"], notice: { values: { phase: "message-asked" } } });
});

test("a hub that gives a customer back again and again ends with a message asked for", async () => {
  fakeHub();
  const talk = await withHub();
  await talk.says("I want to talk to a person");
  await talk.hub.idle();
  for (let round = 0; round < 2; round += 1) {
    expect(await talk.answer(status("accepted"))).toBe(204);
    expect(await talk.answer(status("failed"))).toBe(204);
  }
  expect((await ticketOf(talk))?.status).toBe("message");
});

test("nobody else can speak as the hub, and a word that fits nowhere is refused by name", async () => {
  fakeHub();
  const talk = await withHub();
  await talk.says("I want to talk to a person");
  await talk.hub.idle();
  expect(await talk.answer(status("accepted"), "some other secret of the same length")).toBe(401);
  expect(await talk.answer(status("accepted"), secret, "another-ticket")).toBe(401);
  expect(await talk.answer({ type: "event", name: "handoff.status", value: { state: "perhaps" } })).toBe(422);
  expect(await talk.answer({ type: "message", id: "m1", from: eva, text: "too early" })).toBe(409);
  expect((await ticketOf(talk))?.status).toBe("waiting");
});
