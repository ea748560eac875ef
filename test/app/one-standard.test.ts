import { createToday } from "../../src/app/today.ts";
import { readBehaviours } from "../../src/nlu/tone/behaviours.ts";
import { repliesIn, startTalk, website } from "../support/assistant.ts";
import { aTurn, noon } from "../support/given.ts";

test("offers the likely next question once five customers have asked it next, and not before", async () => {
  const { handleTurn, log } = await startTalk();
  const asks = async (conversationId: string, text: string): Promise<string[]> => {
    await handleTurn(aTurn(text, { conversationId, locale: "en" }), website);
    return repliesIn(await log.read(conversationId, 0)).at(-1)?.quickReplies ?? [];
  };
  for (let n = 0; n < 5; n += 1) {
    expect(await asks(`c${n}`, "how do I get an invoice for my order?")).toEqual([]);
    await asks(`c${n}`, "how many loyalty points do I have?");
  }
  expect(await asks("c9", "how do I get an invoice for my order?")).toEqual(["Points and loyalty card"]);
});

test("measures the digital colleague and people by the same behaviours, notices of the system not counted", async () => {
  const { handleTurn, work, log, feed, conversations } = await startTalk();
  const today = createToday({ feed, clock: { now: () => noon }, readBehaviours });
  await today.start();
  await handleTurn(aTurn("how do I get an invoice for my order?", { locale: "en" }), website);
  await handleTurn(aTurn("I want to talk to a person", { locale: "en" }), website);
  const { state } = await conversations.load("c1");
  const ticketId = state.ticket?.ticketId ?? "";
  const marta = { id: "agent-1", name: "Marta" };
  await work.accept("c1", ticketId, marta);
  await work.say("c1", ticketId, marta, "I am sorry for the wait; the van broke down because of the snow.", "m1");
  await Promise.resolve();
  const { behaviours } = today.counts();
  expect(behaviours.human).toEqual({ replies: 1, shown: { support: 1, explain: 1, anticipate: 0, educate: 0, rapport: 0, personal: 0 } });
  const bySelf = repliesIn(await log.read("c1", 0)).filter(({ author, notice }) => author === "assistant" && notice === null);
  expect(behaviours.bot.replies).toBe(bySelf.length);
  expect(behaviours.bot.replies).toBeGreaterThan(0);
});
