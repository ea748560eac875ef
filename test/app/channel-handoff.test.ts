import { createChannelHandoff } from "../../src/app/channel-handoff.ts";
import { startTalk, type Talk } from "../support/assistant.ts";
import { noon } from "../support/given.ts";

const silent = { info: () => undefined, error: () => undefined };
const marta = { id: "agent1", name: "Marta" };

async function onChannel(channel: string): Promise<Talk & { sent: { name: string; value: { state?: string } }[]; protocol: ReturnType<typeof createChannelHandoff> }> {
  const talk = await startTalk({ origin: { channel, customer: { id: "u1", name: null, signedIn: false }, reference: "{}" } });
  const sent: { name: string; value: { state?: string } }[] = [];
  const protocol = createChannelHandoff({
    conversations: talk.conversations, work: talk.work, texts: talk.texts, clock: { now: () => noon }, log: silent,
    send: (_, event) => Promise.resolve(void sent.push(event as { name: string; value: { state?: string } })),
  });
  talk.conversations.onApplied((applied) => protocol.follow(applied));
  return { ...talk, sent, protocol };
}
const ticketOf = async ({ conversations }: Talk) => (await conversations.load("c1")).state.ticket;

test("a connector channel is told of the handoff with its context, and how it goes", async () => {
  const talk = await onChannel("emulator");
  await talk.says("I want to talk to a person");
  const ticketId = (await ticketOf(talk))?.ticketId ?? "";
  await talk.work.accept("c1", ticketId, marta);
  await talk.work.close("c1", ticketId, marta, "solved");
  expect(talk.sent.map(({ name, value }) => [name, value.state])).toEqual([["handoff.initiate", undefined], ["handoff.status", "accepted"], ["handoff.status", "completed"]]);
  expect(talk.sent[0]).toMatchObject({ value: { ticketId }, attachments: [{ name: "Transcript" }] });
});

test("Teams is never sent a handoff event", async () => {
  const talk = await onChannel("msteams");
  await talk.says("I want to talk to a person");
  expect(talk.sent).toEqual([]);
  expect((await ticketOf(talk))?.status).toBe("waiting");
});

test("a status from a hub behind the channel moves the ticket; a failed one asks for a message", async () => {
  const taken = await onChannel("emulator");
  await taken.says("I want to talk to a person");
  expect(await taken.protocol.hear("c1", "emulator", "accepted")).toBe(true);
  expect((await ticketOf(taken))?.status).toBe("accepted");
  expect(await taken.protocol.hear("c1", "emulator", "completed")).toBe(true);
  expect(await ticketOf(taken)).toBeNull();

  const failed = await onChannel("emulator");
  await failed.says("I want to talk to a person");
  expect(await failed.protocol.hear("c1", "emulator", "failed")).toBe(true);
  expect((await ticketOf(failed))?.status).toBe("message");
});

test("a status from there does not end what one of our own people has", async () => {
  const talk = await onChannel("emulator");
  await talk.says("I want to talk to a person");
  await talk.work.accept("c1", (await ticketOf(talk))?.ticketId ?? "", marta);
  expect(await talk.protocol.hear("c1", "emulator", "completed")).toBe(false);
  expect(await talk.protocol.hear("c1", "emulator", "accepted")).toBe(false);
  expect(await ticketOf(talk)).toMatchObject({ status: "accepted", agent: marta });
});

test.each(["directline", "webchat", "msteams"])("a status that a customer's own client could have made is not believed: %s", async (channel) => {
  const talk = await onChannel("emulator");
  await talk.says("I want to talk to a person");
  expect(await talk.protocol.hear("c1", channel, "accepted")).toBe(false);
  expect((await ticketOf(talk))?.status).toBe("waiting");
});
