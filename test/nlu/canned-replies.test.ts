import { join } from "node:path";
import { initialState, type ConversationState } from "../../src/core/state.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { fittingReplies } from "../../src/core/whisper.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import { candidatesOf } from "../../src/nlu/catalogue-views.ts";

type Language = "es" | "en";

async function offered(text: string, language: Language, emotion: Emotion, intent: string | null): Promise<string[]> {
  const candidates = candidatesOf(await loadCatalogue(join(__dirname, "../../intents")));
  const start = initialState();
  const state: ConversationState = { ...start, language, emotion: { ...start.emotion, emotion }, turns: [{ turnId: "t", version: 1, intent, decision: null }], story: [{ who: "customer", text, turnId: "t", at: 0 }] };
  return fittingReplies(state, candidates, language).map(({ id }) => id);
}

test.each(["sad", "anxious", "angry", "frustrated", "confused", "satisfied"] as const)("condolences are for a bereavement only, however the customer feels: %s", async (emotion) => {
  for (const intent of [null, "allergens", "order-status"]) expect(await offered("necesito que alguien me confirme lo de las trazas", "es", emotion, intent)).not.toEqual(expect.arrayContaining([expect.stringMatching(/bereavement|sad$/)]));
  expect(await offered("murió mi madre", "es", "sad", "bereavement")).toContain("ack-bereavement");
});

test.each([
  ["es", "llevo tres días esperando y nadie me dice nada", false], ["es", "nadie me contesta al teléfono", false], ["en", "three days and nobody tells me anything", false],
  ["es", "el repartidor fue muy grosero", true], ["es", "la cajera me trató fatal", true], ["es", "me colgaron el teléfono", true], ["en", "the driver was so rude", true], ["en", "she shouted at me", true],
] as const)("a reply about rude staff is for who was treated rudely, %s: %s", async (language, text, rude) => {
  const ids = await offered(text, language, "angry", "complaint");
  expect(["ack-rude-staff", "apologise-staff"].map((id) => ids.includes(id))).toEqual([rude, rude]);
  expect(ids).toContain("solve-complaint-follow-up");
});

test.each([["es", "era el regalo de mi hija y llegó roto", true], ["en", "it was a birthday present and came broken", true], ["es", "llegó roto", false]] as const)("a special day is spoken of where the customer told of one, %s: %s", async (language, text, told) => {
  expect((await offered(text, language, "sad", "damaged-item")).includes("apologise-damaged-gift")).toBe(told);
});

test.each(["order-status", "change-delivery", "damaged-item", "cancel-order", "refund", "payment-failed", "loyalty-points"])("whoever waits for something of the shop can be told that somebody checks it later: %s", async (intent) => {
  const { replies } = await loadCatalogue(join(__dirname, "../../intents"));
  expect(replies.find(({ id }) => id === "close-check-in")?.intents).toContain(intent);
});

test("a reply about a delay is for orders that are waited for, not for who moves a delivery that is on time", async () => {
  expect(await offered("¿puedo cambiar la entrega al jueves?", "es", "neutral", "change-delivery")).not.toEqual(expect.arrayContaining([expect.stringMatching(/late-angry|delay|priority/)]));
  expect(await offered("¿puedo cambiar la entrega al jueves?", "es", "neutral", "change-delivery")).toContain("solve-change-day");
});
