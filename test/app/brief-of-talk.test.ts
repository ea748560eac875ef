import { whisperFor, type Brief } from "../../src/app/brief.ts";
import { wishesOf } from "../../src/core/whisper.ts";
import { startTalk } from "../support/assistant.ts";

const profile = { conversations: 1, lastAt: null, notes: [], facts: [], advice: "" };
const nothingShown = () => ({ support: [], explain: [], anticipate: [], educate: [], rapport: [], personal: [] });

async function briefAfter(lines: string[], language: "es" | "en"): Promise<{ brief: Brief; wishes: string[] }> {
  const talk = await startTalk();
  for (const line of lines) await talk.says(line);
  const { state } = await talk.conversations.load("c1");
  return { brief: whisperFor(state, [], talk.texts, nothingShown, profile, language).brief, wishes: wishesOf(state) };
}

test.each<[string[], "es" | "en", string]>([
  [["there is a mistake in my invoice", "I am raging, give me a human"], "en", "invoice"], [["me han cobrado el pedido dos veces", "estoy rabiosa, deme un humano"], "es", "refund"],
])("a customer who gets angry and asks for a person still wants what they came for: %j", async (lines, language, wanted) => {
  const { brief, wishes } = await briefAfter(lines, language);
  expect(wishes).toEqual([wanted]);
  expect(brief.wants).not.toMatch(/queja|complaint/i);
  expect(brief.avoid).not.toMatch(/hoja de reclamaciones|complaint form/);
});

test("who is angry about something we know nothing of wants a person, and nobody speaks of a complaint form", async () => {
  const { brief, wishes } = await briefAfter(["is there a cinema near you", "I am raging, give me a human"], "en");
  expect(wishes).toEqual([]);
  expect(brief).toMatchObject({ wants: "Talk to a person", avoid: expect.not.stringMatching(/complaint/) });
});

test.each<[string[], "es" | "en"]>([
  [["pues lo de aquello", "que no, lo otro", "no me está entendiendo", "que no me entiende, quiero una persona"], "es"], [["about the thing", "no, the other thing", "you are not understanding me", "you do not listen, a person please"], "en"],
])("who was not understood wants nothing that the assistant has made up, and meets somebody who slows down: %j", async (lines, language) => {
  const { brief, wishes } = await briefAfter(lines, language);
  expect(wishes).toEqual([]);
  expect(brief.wants).toMatch(/^(?:Hablar con una persona|Talk to a person)$/);
  expect(brief.advice).toMatch(/^(?:Vaya despacio|Slow down)/);
});

test("who wants to complain is met with how complaints are met, also after another matter", async () => {
  expect(await briefAfter(["there is a mistake in my invoice", "I want to make a formal complaint about your cashier"], "en")).toMatchObject({ wishes: ["complaint", "invoice"], brief: { avoid: expect.stringMatching(/complaint form/) } });
});
