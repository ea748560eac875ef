import { besideBitterPraise } from "../../src/nlu/bitter-thanks.ts";
import { wordsOf } from "../../src/nlu/words.ts";
import { startTalk } from "../support/assistant.ts";

/** The keys of what a first turn is answered with, the handoff's last. */
const keysOf = async (...texts: string[]): Promise<string[]> => {
  const talk = await startTalk();
  let keys: string[] = [];
  for (const text of texts) keys = (await talk.says(text)).replies.flatMap((reply) => reply.keys);
  return keys;
};

test.each([
  ["Quiero anular la maldita suscripción de una vez, estoy harto", "acknowledge.", "handoff.people-topic.cancel-subscription"],
  ["Stop my damn subscription, I am furious with you", "acknowledge.", "handoff.people-topic.cancel-subscription"],
  ["Estoy indignada, quiero poner una reclamación", "acknowledge.", "handoff.people-topic.complaint"],
  ["I am so angry, give me a person", "acknowledge.angry", "handoff.asked-for-human"],
  ["Estoy muy preocupada por mi pedido, páseme con una persona", "acknowledge.anxious", "handoff.asked-for-human"],
])("whoever is upset hears first that they were heard, whichever rule passes them on: %s", async (text, felt, rule) => {
  const [first, second] = await keysOf(text);
  expect([first?.startsWith(felt), second]).toEqual([true, rule]);
});

test.each([["Quisiera dar de baja mi suscripción", "handoff.people-topic.cancel-subscription"], ["I'd like to cancel my subscription, please", "handoff.people-topic.cancel-subscription"], ["Could I talk to a person?", "handoff.asked-for-human"], ["¿Puedo hablar con una persona?", "handoff.asked-for-human"]])(
  "a calm customer hears of no feeling: %s", async (text, rule) => {
    expect(await keysOf(text)).toEqual([rule]);
  });

test("condolences stand alone, and so does what is said in danger", async () => {
  expect(await keysOf("Estoy destrozada, ha muerto mi hermana")).toEqual(["handoff.people-topic.bereavement"]);
  expect(await keysOf("Estoy furioso, había una cuchilla en el pan")).toEqual(["handoff.safety.food"]);
});

test.each([["¿tenéis harina de arroz?", "iros a la mierda"], ["do you sell rice flour?", "go fuck yourselves"], ["do you sell rice flour?", "screw you, you useless bot"]])("an insult in the middle of a question about a product is no answer to try: %s, %s", async (question, insult) => {
  expect((await keysOf(question, insult)).at(-1)).toMatch(/^handoff\./);
});

test.each(["Bravo, otra vez los tomates podridos, enhorabuena", "wonderful, mouldy bread once more, thanks a lot", "Fantastic, another broken jar, well done"])("praise that tells of something bad is not thanked for: %s", async (text) => {
  expect(await keysOf(text)).not.toContain("thanks.answer");
});

test.each(["gracias, muy buen trabajo", "thank you, great job"])("praise in earnest is: %s", async (text) => {
  expect(await keysOf(text)).toContain("thanks.answer");
});

test.each(["thanks for sorting out the broken jar", "great, the wrong item was refunded", "gracias por solucionar lo de los huevos rotos", "perfecto, no falta nada"])("thanks for what is settled are no bitter praise: %s", (text) => {
  expect(besideBitterPraise(wordsOf(text))).toBeNull();
});

test.each(["pedido 2051 agente por favor", "2051 una persona ya", "order 2051 human please", "my order is 2051, postcode 46001 agent now"])("a person asked for right after a number is asked for: %s", async (text) => {
  expect(await keysOf(text)).toContain("handoff.asked-for-human");
});

test.each(["order 2051 for two people", "el pedido 2051 es para 4 personas", "el 2051 lo recoge una persona de mi casa"])("people who are counted or receive are not asked for: %s", async (text) => {
  expect(await keysOf(text)).not.toContain("handoff.asked-for-human");
});
