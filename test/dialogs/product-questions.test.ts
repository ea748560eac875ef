import { productAdvice } from "../../dialogs/product-advice.ts";
import { asksOfKeeping } from "../../dialogs/product-article.ts";
import { productsNamed } from "../../dialogs/product-named.ts";
import type { QuestionTopic } from "../../dialogs/question-words.ts";
import { demoProducts } from "../../src/adapters/orders/demo-products.ts";
import { searchProducts } from "../../src/adapters/orders/search-products.ts";
import type { Product } from "../../src/core/dialog.ts";
import type { KnowledgeAnswer } from "../../src/core/knowledge.ts";
import { answering, createTalk } from "./talk.ts";

const reading = (text: string, topic: QuestionTopic, language: "es" | "en", products: Product[] = demoProducts): [string, ...string[]] => {
  const named = productsNamed(text, products, topic, language);
  return named.kind === "none" ? ["none"] : [named.kind, ...named.products.map(({ id }) => id)];
};

// Topic, what is asked, and the product that it names.
const names: [QuestionTopic, "es" | "en", string, string][] = [
  ["stock", "es", "¿a cuánto está hoy vuestro aceite de oliva?", "olive-oil"], ["stock", "en", "got any cheap eggs left?", "eggs"],
  ["stock", "es", "hola, busco un paquete de garvanzos cocidos", "chickpeas"], ["stock", "en", "is the manchego you sell on offer this week?", "manchego"],
  ["stock", "en", "do you have lactose free milk", "lactose-free-milk"], ["stock", "es", "¿queda yogurt griego?", "greek-yoghurt"],
  ["allergens", "es", "¿lleva huevo la mayonesa?", "mayonnaise"], ["allergens", "es", "¿las croquetas de jamón llevan leche?", "croquettes"],
  ["allergens", "en", "is there egg in the cured manchego?", "manchego"], ["allergens", "en", "does your hummus contain palm oil?", "hummus"],
  ["allergens", "en", "my son is allergic to nuts, is the dark chocolate safe for him?", "dark-chocolate"], ["allergens", "es", "soy alérgica a la leche, ¿puedo tomar el hummus?", "hummus"],
  ["allergens", "en", "is the hummus vegan?", "hummus"], ["allergens", "es", "¿son sin gluten las lentejas pardinas?", "lentils"], ["allergens", "es", "¿es picante el hummus?", "hummus"],
  ["allergens", "es", "Buenos días, me llamo Carmen y soy celíaca, ¿puedo tomar vuestro gazpacho?", "gazpacho"], ["stock", "en", "are your free-range eggs from Spain?", "eggs"], ["stock", "es", "¿la merluza viene limpia?", "hake"],
  ["cooking-advice", "es", "¿qué especias le pongo al salmón?", "salmon"], ["cooking-advice", "en", "how do I debone a chicken?", "chicken"],
  ["cooking-advice", "en", "how do I bake hake in a pan?", "hake"],
];

// The same for what the shop does not have, with what comes near it.
const others: [QuestionTopic, "es" | "en", string, string, ...string[]][] = [
  ["stock", "en", "do you have oat milk?", "near", "lactose-free-milk"], ["stock", "es", "leche de avena", "near", "lactose-free-milk"],
  ["stock", "es", "¿tienen arroz integral?", "near", "rice"], ["stock", "en", "brown rice", "near", "rice"], ["stock", "es", "¿hay pan sin gluten?", "near", "sourdough"],
  ["stock", "es", "tomate frito", "near", "tomatoes"], ["stock", "es", "aceite de girasol", "near", "olive-oil"], ["stock", "es", "leche con lactosa", "near", "lactose-free-milk"],
  ["stock", "en", "dark chocolate 85 %", "near", "dark-chocolate"], ["stock", "en", "how much is the rice pudding", "near", "rice"], ["stock", "es", "caldo de pollo", "near", "chicken"],
  ["allergens", "en", "does the almond yoghurt have nuts?", "near", "greek-yoghurt"], ["allergens", "es", "¿el queso de cabra lleva huevo?", "near", "manchego"],
  ["allergens", "es", "¿el chocolate con leche lleva soja?", "near", "dark-chocolate"], ["allergens", "en", "is the vegan mayonnaise safe?", "near", "mayonnaise"],
  ["allergens", "es", "¿el tomate seco en aceite lleva sulfitos?", "near", "tomatoes"], ["allergens", "en", "is the ham and cheese toastie nut free?", "near", "ham"],
  ["stock", "es", "¿la leche, la de avena, cuánto vale?", "near", "lactose-free-milk"], ["stock", "en", "any milk that's not from cows?", "near", "lactose-free-milk"],
  ["stock", "es", "¿tienen salmón en lata?", "near", "salmon"], ["allergens", "en", "is the yoghurt drink nut free", "near", "greek-yoghurt"], ["stock", "en", "chicken stock", "near", "chicken"], ["stock", "en", "do you have baby milk", "near", "lactose-free-milk"],
  ["allergens", "en", "what bread can a coeliac eat?", "near", "sourdough"], ["stock", "en", "do you have anything without eggs?", "none"],
  // What is asked to be in it is not what is asked about.
  ["allergens", "en", "does the tofu contain egg?", "none"], ["allergens", "es", "¿hay huevo en el tofu?", "none"],
  ["cooking-advice", "en", "how do I make salmon tartare?", "near", "salmon"], ["cooking-advice", "es", "¿cómo hago una tortilla de espinacas?", "near", "spinach"],
  // A word of a name that is not its thing names nothing by itself.
  ["stock", "en", "do you have toffee?", "none"], ["stock", "es", "¿venden jabón?", "none"], ["stock", "en", "any almonds?", "near", "nougat"],
];

test.each(names)("%s (%s): “%s” names %s", (topic, language, text, id) => {
  expect(reading(text, topic, language)).toEqual(["named", id]);
});

test.each(others)("%s (%s): “%s” names nothing that the shop has (%s %s)", (topic, language, text, ...expected) => {
  expect(reading(text, topic, language)).toEqual(expected.filter((one) => one !== undefined));
});

const cheapMilks: Product[] = ["Leche;Milk", "Leche de avena;Oat milk", "Leche entera;Whole milk"].map((names, at) => {
  const [es = "", en = ""] = names.split(";");
  return { id: String(at), name: { es, en }, price: 1, inStock: true, allergens: { es: "", en: "" }, advice: { es: "", en: "" } };
});

test("of several kinds takes the one that the words tell, and asks where they tell none", () => {
  expect(reading("do you have oat milk?", "stock", "en", cheapMilks)).toEqual(["named", "1"]);
  expect(reading("¿tienen leche entera?", "stock", "es", cheapMilks)).toEqual(["named", "2"]);
  expect(reading("milk", "stock", "en", cheapMilks)).toEqual(["named", "0"]);
  expect(reading("milk", "stock", "en", cheapMilks.slice(1))).toEqual(["named", "1", "2"]);
  expect(reading("do you have soy milk?", "stock", "en", cheapMilks.slice(1))).toEqual(["near", "1", "2"]);
});

test("says nothing of a product that a shop's loose search found for another, until the customer says it is meant", async () => {
  const loose = answering({ ok: true, call: "find-product", products: demoProducts.filter(({ id }) => id === "greek-yoghurt") });
  const say = await createTalk(productAdvice, { orders: loose, language: "en" });
  expect(await say("does the almond yoghurt have nuts?")).toMatchObject({ keys: ["product.near"], values: { names: "Greek yoghurt" }, done: false, failed: false });
  expect(await say("Yes")).toMatchObject({ keys: ["allergens.product"], values: { product: "Greek yoghurt" }, done: true });
});

test("takes a no for what it is, and another name for another product", async () => {
  const say = await createTalk(productAdvice);
  await say("¿El queso de cabra lleva huevo?");
  expect(await say("No")).toMatchObject({ keys: ["product.which-other"], done: false, failed: false });
  expect(await say("el hummus")).toMatchObject({ keys: ["allergens.product"], values: { product: "Hummus" }, done: true });
  const again = await createTalk(productAdvice);
  await again("¿tienen leche de avena?");
  expect(await again("no, quiero gazpacho")).toMatchObject({ keys: ["stock.available"], values: { product: "Gazpacho fresco" } });
  await again("¿tienen leche de avena?");
  expect(await again("déjelo")).toMatchObject({ keys: ["dialog.stopped"], done: true });
});

test.each(["¿y las de bacalao?", "sí, la ecológica", "sí, pero de pollo"])("does not take “%s” for a yes to what was offered", async (text) => {
  const say = await createTalk(productAdvice);
  await say("¿Las croquetas de bacalao llevan huevo?");
  expect((await say(text)).keys).not.toContain("allergens.product");
});

test.each(["Sí", "sí, esas", "vale", "sí, pero ¿llevan gluten?"])("takes “%s” for a yes to what was offered", async (text) => {
  const say = await createTalk(productAdvice);
  await say("¿Las croquetas de bacalao llevan huevo?");
  expect(await say(text)).toMatchObject({ keys: ["allergens.product"], values: { product: "Croquetas de jamón" } });
});

test("hears what is asked of the product together with the yes to it", async () => {
  const say = await createTalk(productAdvice, { language: "en" });
  await say("do you have oat milk?");
  expect(await say("yes but does it have gluten?")).toMatchObject({ keys: ["allergens.product"], values: { product: "Lactose-free milk" } });
});

test("gives up in favour of a person when what is meant is twice not to be had", async () => {
  const say = await createTalk(productAdvice);
  await say("¿tienen leche de avena?");
  expect(await say("leche de soja")).toMatchObject({ keys: ["product.near"], failed: true });
  expect(await say("leche de coco")).toMatchObject({ keys: ["product.give-up"], done: true, failed: true });
});

test.each(["¿y el tofu lleva huevo?", "¿qué alérgenos tiene el pato?", "¿lleva huevo el pato?", "¿tiene gluten seitán?", "does the duck have gluten?", "what's in the duck?", "is duck gluten free?", "¿y los alérgenos del pato?", "allergic to eggs here, can I have the duck?", "¿cómo hago el pato?", "do you have duck?"])(
  "does not take the product talked about before for what “%s” asks about", async (text) => {
    const say = await createTalk(productAdvice, { seed: { product: "Gazpacho fresco" } });
    expect((await say(text)).keys).toEqual(["product.unknown"]);
  },
);

test.each([["¿lleva pimiento?", "allergens.not-told"], ["¿tiene nueces?", "allergens.product"], ["is there any egg in it?", "allergens.product"], ["does it have traces of fish?", "allergens.product"], ["¿cómo lo sirvo?", "cooking-advice.product"], ["¿hay existencias?", "stock.available"]])(
  "takes the product talked about before for the one that “%s” asks about", async (text, key) => {
    const say = await createTalk(productAdvice, { seed: { product: "Gazpacho fresco" } });
    expect(await say(text)).toMatchObject({ keys: [key], values: { product: "Gazpacho fresco" } });
  },
);

const keeping: KnowledgeAnswer = { text: "Mince and fish keep one day in the fridge; bread six months in the freezer.", source: "Keeping and freezing food", score: 0.9 };
const roasting: KnowledgeAnswer = { text: "A chicken roasts at 200 °C.", source: "Roasting a chicken", score: 0.9 };

test.each(["How long does salmon keep in the fridge?", "can I freeze the croquettes?", "how many days does it last", "¿cuánto dura el jamón abierto?", "¿se puede congelar el pan?", "¿cuánto aguantan las gambas en la nevera?"])("hears keeping in “%s”", (text) => expect(asksOfKeeping(text)).toBe(true));
test.each(["how long does salmon take?", "do you have frozen prawns?", "¿cuánto tiempo se cuecen los garbanzos?", "¿cómo descongelo las gambas?"])("hears no keeping in “%s”", (text) => expect(asksOfKeeping(text)).toBe(false));

test("answers how long something keeps from an article that names it or what it is, never with how to cook it", async () => {
  const talk = () => createTalk(productAdvice, { language: "en", ask: () => [keeping] });
  expect(await (await talk())("How long does salmon keep in the fridge?")).toMatchObject({ keys: ["knowledge.answer"], values: { source: keeping.source } });
  const say = await talk();
  expect(await say("How long does hummus keep once opened?")).toMatchObject({ keys: ["product.keeping-article"], done: false });
  expect(await say("Yes")).toMatchObject({ keys: ["knowledge.answer"], done: true });
  expect(await (await createTalk(productAdvice, { language: "en" }))("How long does hummus keep once opened?")).toMatchObject({ keys: ["product.keeping-unknown"], quickReplies: ["control.ask-for-person"], done: true });
  expect(await (await createTalk(productAdvice, { language: "en", seed: { product: "Hummus" } }))("how long does it keep?")).toMatchObject({ keys: ["product.keeping-unknown"] });
});

test("gives an article about another animal only to who wants it, and none to who asks whether the shop has something", async () => {
  const say = await createTalk(productAdvice, { language: "en", ask: () => [roasting] });
  expect(await say("how do I cook a duck?")).toMatchObject({ keys: ["product.near-article"], values: { source: roasting.source }, done: false });
  expect(await say("No")).toMatchObject({ keys: ["product.which-other"] });
  const stock = await createTalk(productAdvice, { language: "en", ask: () => [roasting] });
  expect(await stock("do you have chicken thighs?")).toMatchObject({ keys: ["product.near"], values: { names: "Whole chicken" } });
});

test("asks nothing of the customer about a place to park but says that it does not know", async () => {
  expect(await (await createTalk(productAdvice, { language: "en" }))("do you have parking?")).toMatchObject({ keys: ["product.unknown"], quickReplies: ["control.ask-for-person", "reply.stop"] });
  const asked = await createTalk(productAdvice, { language: "en" });
  await asked("which allergens does it have?");
  expect(await asked("where can I park?")).toMatchObject({ keys: ["product.unknown"] });
});

test.each([["brown lentils - any gluten?", "allergens.product"], ["do ham croquettes contain milk?", "allergens.product"], ["do you have lactose-free milk?", "stock.available"], ["how much is a whole chicken?", "stock.available"]])(
  "answers “%s” with %s: that the shop has something must not sound like a yes to what is in it", async (text, key) => {
    expect(await (await createTalk(productAdvice, { language: "en" }))(text)).toMatchObject({ keys: [key] });
  },
);

test("finds loosely, a slip of the pen aside, the best fit first", () => {
  expect(searchProducts("does the chicken contain olive oil", demoProducts).map(({ id }) => id)).toEqual(["olive-oil", "chicken"]);
  expect(searchProducts("garvanzos", demoProducts).map(({ id }) => id)).toEqual(["chickpeas"]);
  expect(searchProducts("jabón", demoProducts)).toEqual([]);
});
