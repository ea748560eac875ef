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
