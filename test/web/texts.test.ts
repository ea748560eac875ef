import { chatTexts } from "../../src/web/texts/chat-texts.ts";
import { commonTexts } from "../../src/web/texts/common-texts.ts";
import { deskTexts } from "../../src/web/texts/desk-texts.ts";
import { opsTexts } from "../../src/web/texts/ops-texts.ts";
import { shopTexts } from "../../src/web/texts/shop-texts.ts";
import { whisperTexts } from "../../src/web/texts/whisper-texts.ts";
import { fill, speak } from "../../src/web/texts/speak.ts";
import type { Texts } from "../../src/web/texts/speak.ts";

const catalogues: Record<string, Texts> = { chatTexts, commonTexts, deskTexts, opsTexts, shopTexts, whisperTexts };
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(Object.entries(catalogues))("%s", (_, texts) => {
  it("says every text in Spanish and in English", () => {
    const missing = Object.entries(texts).filter(([, { es, en }]) => es.trim() === "" || en.trim() === "").map(([key]) => key);
    expect(missing).toEqual([]);
  });

  it("gives both languages the same values to tell", () => {
    const different = Object.entries(texts).filter(([, { es, en }]) => places(es).join() !== places(en).join()).map(([key]) => key);
    expect(different).toEqual([]);
  });
});

describe("saying a text", () => {
  it("fills in the values it is given", () => {
    expect(speak(deskTexts, "es")("load", { load: 2, capacity: 3 })).toBe("2 de 3");
    expect(speak(deskTexts, "en")("load", { load: 2, capacity: 3 })).toBe("2 of 3");
  });

  it("leaves a missing value visible instead of writing undefined", () => {
    expect(fill("Hola, {name}", {})).toBe("Hola, {name}");
  });

  it("takes a value as text, whatever signs it holds", () => {
    expect(fill("{a}", { a: "$& {b}" })).toBe("$& {b}");
  });
});
