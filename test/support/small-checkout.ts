import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { trainCatalogue } from "../../scripts/train/intents.ts";

const root = join(__dirname, "../..");
/** Four sentences per intent and language are learnt, the last is held out: training takes a blink. */
const intents: Record<string, Record<"es" | "en", string[]>> = {
  "cancel-order": { es: ["quiero cancelar mi pedido", "anule la compra", "ya no quiero el pedido", "cancelen lo que pedí", "necesito cancelar la compra"], en: ["cancel my order", "please cancel the purchase", "I no longer want my order", "call off what I ordered", "I want to cancel the order"] },
  refund: { es: ["quiero que me devuelvan el dinero", "cuándo llega mi reembolso", "quiero un reembolso", "devuélvanme lo que pagué", "quiero mi dinero de vuelta"], en: ["I want my money back", "when does my refund come", "give me a refund", "pay me back", "where is my refund"] },
  stock: { es: ["tienen leche", "queda pan", "hay huevos", "está agotado el arroz", "les queda leche"], en: ["do you have milk", "is there any bread left", "are eggs in stock", "is the rice sold out", "have you got milk in stock"] },
  thanks: { es: ["gracias", "muchas gracias", "mil gracias por la ayuda", "le agradezco mucho", "gracias por todo"], en: ["thanks", "thank you", "thanks a lot for the help", "much appreciated", "thank you for everything"] },
};
const languages = ["es", "en"] as const;
const listed = (texts: Record<"es" | "en", string[]>, from: number, to?: number): string => languages.map((language) => `  ${language}: ${JSON.stringify(texts[language].slice(from, to))}\n`).join("");

export type SmallCheckout = { root: string; remove(): void };

/** A folder like the project's with four intents, a few held-out texts and models trained on them, so that a test may train and write. */
export async function smallCheckout(): Promise<SmallCheckout> {
  const small = mkdtempSync(join(tmpdir(), "relevo-checkout-"));
  for (const folder of ["intents/texts", "intents/knowledge", "intents/replies", "src/nlu/models", "test/nlu/paraphrases"]) mkdirSync(join(small, folder), { recursive: true });
  for (const [intent, texts] of Object.entries(intents)) {
    writeFileSync(join(small, "intents", `${intent}.yaml`), `intent: ${intent}\ntitle: { es: "${intent} es", en: "${intent} en" }\nutterances:\n${listed(texts, 0, -1)}`);
    writeFileSync(join(small, "test/nlu/paraphrases", `${intent}.yaml`), listed(texts, -1).replace(/^ {2}/gm, ""));
  }
  for (const model of ["emotion.json", "vectors.json"]) copyFileSync(join(root, "src/nlu/models", model), join(small, "src/nlu/models", model));
  writeFileSync(join(small, "src/nlu/models/intents.json"), `${JSON.stringify((await trainCatalogue(small)).model)}\n`);
  return { root: small, remove: () => rmSync(small, { recursive: true }) };
}
