import { productAdvice } from "../../dialogs/product-advice.ts";
import { startTalk, type Talk } from "../support/assistant.ts";
import { createTalk } from "./talk.ts";

/** What the last of these lines is answered with. */
async function after(lines: string[]): Promise<{ text: string; talk: Talk; action: string }> {
  const talk = await startTalk();
  let last = { text: "", action: "" };
  for (const line of lines) {
    const { replies, decision } = await talk.says(line);
    last = { text: replies.map(({ text }) => text).join("\n"), action: decision?.action.kind ?? "" };
  }
  return { ...last, talk };
}

test.each([
  [["¿el hummus lleva gluten?", "¿y las lentejas?"], "Alérgenos de Lentejas pardinas"],
  [["does the salmon have milk?", "what about the prawns?"], "Allergens of Frozen prawns"],
  [["does the salmon have milk?", "and the spinach?"], "Allergens of Spinach"],
  [["¿cuánto cuesta la merluza?", "¿y las gambas?"], "Gambas congeladas a 9,20"],
  [["how much is the hake?", "how about the salmon?"], "Fresh salmon at €11.90"],
  [["does the hake have milk?", "chickpeas?"], "Allergens of Cooked chickpeas"],
])("after %j the same is told of the other product: %s", async (lines, expected) => {
  expect((await after(lines)).text).toContain(expected);
});

test.each([
  [["¿el hummus lleva gluten?", "¿y apio?"], "Alérgenos de Hummus"],
  [["¿el hummus lleva gluten?", "¿y leche?"], "Alérgenos de Hummus"],
  [["does the hummus have gluten?", "mustard?"], "Allergens of Hummus"],
  [["does the hummus have gluten?", "and eggs or nuts?"], "Allergens of Hummus"],
  [["¿el hummus lleva gluten?", "¿y qué vale?"], "Hummus a 2,10"],
  [["does the hummus have gluten?", "how much?"], "Hummus at €2.10"],
  [["¿tenéis merluza?", "¿y cómo se cocina?"], "Para Merluza fresca"],
  [["¿tenéis hummus?", "¿y la leche?"], "Leche sin lactosa a 1,15"],
  [["¿el hummus lleva gluten?", "¿y la leche?"], "Alérgenos de Leche sin lactosa"],
])("after %j the other matter is told of the same product, and goods with an article are goods: %s", async (lines, expected) => {
  expect((await after(lines)).text).toContain(expected);
});

test("who asks of one product about one allergen after another goes on and is not going round in circles", async () => {
  const { text, action } = await after(["does the hummus have gluten?", "and milk?", "and egg?", "and nuts?", "and soy?", "how much is it?"]);
  expect(action).toBe("continue");
  expect(text).toContain("€2.10");
});

test.each([["¿el hummus lleva gluten?", "¿y mi pedido?"], ["does the hummus have gluten?", "and my refund?"], ["¿tenéis hummus?", "¿y a qué hora cerráis el sábado?"], ["¿el hummus lleva gluten?", "ajá"]])("what is another matter of the shop does not go on with the product: %s %s", async (first, then) => {
  expect((await after([first, then])).text).not.toContain("ummus");
});

test.each([["¿el hummus lleva gluten?", "¿estás seguro?"], ["does the hummus have gluten?", "are you really sure about that?"], ["¿el hummus lleva gluten?", "no me fío"]])("who doubts hears what it rests on, with the way to a person: %s %s", async (first, then) => {
  const say = await createTalk(productAdvice, { language: then.startsWith("are") ? "en" : "es" });
  await say(first);
  expect(await say(then)).toMatchObject({ keys: ["allergens.rests-on"], values: { product: "Hummus" }, quickReplies: ["control.ask-for-person", "followup.nothing-else"] });
});

test.each([["gracias, ¿y mostaza?"], ["muchas gracias. ¿Y soja?"], ["thank you! And mustard?"], ["vale, gracias, ¿lleva apio?"]])("a message that goes on after its thanks is about what goes on: %s", async (line) => {
  expect((await after(["¿el hummus lleva gluten?", line])).text).toMatch(/^(?:Alérgenos de|Allergens of) Hummus/);
});

test("who only thanks is told that they are welcome, and who adds that nothing was answered is not", async () => {
  expect((await after(["¿el hummus lleva gluten?", "gracias por todo, muy amable"])).text).toContain("A usted");
  expect((await after(["¿el hummus lleva gluten?", "gracias, pero eso no me lo has contestado"])).text).not.toContain("A usted");
  expect((await after(["does the hummus have gluten?", "thanks, but I still don't know if I can eat it"])).text).not.toContain("You are welcome");
});

test.each([[["¿tenéis leche?", "no quiero esa, la de arroz", "¿lleva soja?"]], [["do you have milk?", "not that one, the almond one", "does it have nuts?"]], [["¿lleva gluten el hummus?", "¿y el tofu?", "¿tiene soja?"]]])("a product turned down, or left for another that is not to be had, is told nothing more of: %j", async (lines) => {
  expect((await after(lines)).text).not.toMatch(/Alérgenos de|Allergens of/);
});

test.each([
  ["¿el pollo es halal?", "Pollo entero"], ["is the mayonnaise suitable for vegans?", "Mayonnaise"], ["¿el jamón lleva conservantes?", "Jamón serrano"], ["does the hummus contain palm oil?", "Hummus"],
  ["¿cuánta sal llevan las croquetas?", "Croquetas de jamón"], ["can diabetics have the dark chocolate?", "Dark chocolate 70 %"], ["¿puede comer el manchego una embarazada?", "Queso manchego curado"],
  ["is the coffee organic?", "Ground coffee"], ["where are the tomatoes from?", "Vine tomatoes"], ["does the gazpacho have garlic?", "Fresh gazpacho"], ["is the salmon smoked?", "Fresh salmon"], ["¿son dulces los limones?", "Limones"], ["how much garlic does the gazpacho have?", "Fresh gazpacho"],
])("what no sheet tells is said not to be known, and never answered with the allergens alone: %s", async (line, product) => {
  const say = await createTalk(productAdvice, { language: /[¿áéíóú]/.test(line) ? "es" : "en" });
  expect(await say(line)).toMatchObject({ keys: ["allergens.not-told"], values: { product }, quickReplies: ["control.ask-for-person", "followup.nothing-else"] });
});

test.each(["¿las croquetas llevan leche de vaca?", "does the nougat have tree nuts?", "¿el hummus tiene frutos secos?", "my baby is allergic to egg, does the hummus have any?", "¿la mayonesa tiene apio o mostaza?"])("what stands on every sheet is told: %s", async (line) => {
  expect((await (await createTalk(productAdvice, { language: /[¿áéíóú]/.test(line) ? "es" : "en" }))(line)).keys).toEqual(["allergens.product"]);
});

test.each([
  ["¿la mayonesa tiene huevo? A mi sobrino se le hinchó la cara una vez", "allergens.product"], ["Does the nougat have egg? Last Christmas ended badly for grandad.", "allergens.product"],
  ["¿me dices qué cuestan las espinacas?", "stock.available"], ["I fancy some gazpacho", "stock.available"], ["¿las croquetas tienen huevo?", "allergens.product"],
])("what another sentence tells, or somebody does, makes no other product of the one named: %s", async (line, key) => {
  expect((await (await createTalk(productAdvice, { language: /[¿áéíóú]/.test(line) ? "es" : "en" }))(line)).keys).toEqual([key]);
});

test.each(["¿lleva huevo la mayonesa? La vegana.", "¿Tenéis leche? La quiero de avena.", "Do you have milk? I want oat.", "¿Tenéis leche? De avena."])("another sentence that tells a kind still does: %s", async (line) => {
  expect((await (await createTalk(productAdvice, { language: /[¿áéíóú]/.test(line) ? "es" : "en" }))(line)).keys).toEqual(["product.near"]);
});
