import { startTalk, type Talk } from "../support/assistant.ts";

/** Seen as often as it takes to be believed, and once more. */
const often = 6;

/** Conversations of other customers with these lines. */
async function others(talk: Talk, lines: string[]): Promise<void> {
  for (let i = 0; i < often; i += 1) for (const line of lines) await talk.says(line, { conversationId: `other-${lines.join()}-${i}` });
}

const buttonsAfter = async (talk: Talk, ...lines: string[]): Promise<string[]> => {
  let buttons: string[] = [];
  for (const line of lines) buttons = (await talk.says(line)).replies.at(-1)?.quickReplies ?? [];
  return buttons;
};

test("what customers ask after a dialog's answer is offered first under it, before the dialog's own buttons", async () => {
  const talk = await startTalk();
  expect(await buttonsAfter(talk, "what are your opening hours")).toEqual(["Where is my order?", "Nothing else, thank you"]);
  await others(talk, ["what are your opening hours", "thanks", "how do loyalty points work"]);
  expect(await buttonsAfter(talk, "what are your opening hours")).toEqual([talk.texts.text("loyalty-points.title", {}, "en"), "Where is my order?", "Nothing else, thank you"]);
});

test("what the dialog has a button for already is offered by that button, first and once", async () => {
  const talk = await startTalk();
  await others(talk, ["¿qué horario tienen?", "¿dónde está mi pedido?"]);
  expect(await buttonsAfter(talk, "¿qué horario tienen?")).toEqual(["¿Dónde está mi pedido?", "Nada más, gracias"]);
});

test("a dialog of several turns anticipates what follows the wish it served, and its own questions keep their buttons", async () => {
  const talk = await startTalk();
  await others(talk, ["¿dónde está mi pedido?", "1043", "46001", "¿cómo funcionan los puntos?"]);
  const points = talk.texts.text("loyalty-points.title", {}, "es");
  expect(await buttonsAfter(talk, "¿dónde está mi pedido?", "1043")).not.toContain(points);
  expect((await buttonsAfter(talk, "46001"))[0]).toBe(points);
});

test("a number told to a dialog is no new wish", async () => {
  const talk = await startTalk();
  await others(talk, ["mi pedido ha llegado con un artículo roto", "1043", "46001"]);
  const order = talk.texts.text("order-status.title", {}, "es");
  expect((await talk.says("¿dónde está mi pedido?")).replies.at(-1)?.quickReplies).not.toContain(order);
  const { state } = await talk.conversations.load("other-mi pedido ha llegado con un artículo roto,1043,46001-0");
  expect(state.turns.map(({ decision }) => decision?.action.kind)).toEqual(["start", "continue", "continue"]);
  expect(talk.follows().get("damaged-item")?.get("order-status")).toBeUndefined();
});
