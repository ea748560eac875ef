import { start, stateOf, talk } from "../support/given-whisper.ts";

const state = stateOf(talk([{ customer: "quiero devolver una sartén y que me devuelvan el dinero", emotion: "frustrated", intent: "refund" }], "Berta Sanz"));

test("names the article a suggestion is taken from in the agent's language, while its words are in the customer's", async () => {
  const { whisper } = await start();
  const [spanish] = whisper.suggest(state, "es").filter(({ kind }) => kind === "knowledge");
  const [english] = whisper.suggest(state, "en").filter(({ kind }) => kind === "knowledge");
  expect(spanish?.source).toBe("Devoluciones y reembolsos");
  expect(english?.source).toBe("Returns and refunds");
  expect(english?.text).toBe(spanish?.text);
});

const articles = async (customer: string, intent: string): Promise<string[]> => {
  const { whisper } = await start();
  return whisper.suggest(stateOf(talk([{ customer, emotion: "frustrated", intent }])), "es").filter(({ kind }) => kind === "knowledge").map(({ id }) => id);
};

test("a late order brings the article about times and delays; the one about fees comes to who asks for them", async () => {
  expect(await articles("mi pedido lleva dos días de retraso", "order-status")).toEqual(["article-delivery-times"]);
  expect(await articles("¿cuánto cuesta el envío y desde qué importe es gratis?", "order-status")).toEqual(["article-delivery-costs"]);
});

test("an article about some of a topic's products comes to nobody who asked for others", async () => {
  expect(await articles("¿cuándo volvéis a tener el café descafeinado?", "stock")).toEqual(["article-stock-notices"]);
});

test("what is told and not asked brings the topic's own article, though another has words of it", async () => {
  expect(await articles("Mi pedido lleva dos días de retraso y nadie me explica nada", "order-status")).toEqual(["article-delivery-times"]);
  expect(await articles("Me aparece el cargo dos veces en el banco", "refund")).toEqual(["article-payment"]);
});
