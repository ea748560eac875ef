import { chooseLanguage, spoken } from "../../src/web/shared/language.ts";
import { decimal, duration, percent } from "../../src/web/shared/formats.ts";
import { intentTitle, reasonWords, ruleWords } from "../../src/web/shared/reason-words.ts";

describe("a duration", () => {
  it.each([
    [-5_000, "0 s"], [59_999, "59 s"], [60_000, "1 min"], [3_599_000, "59 min"], [3_600_000, "1 h 0 min"], [3_900_000, "1 h 5 min"], [90_000_000, "1 d"],
  ])("of %i ms reads %s", (ms, words) => {
    expect(duration(ms, "es")).toBe(words);
    expect(duration(ms, "en")).toBe(words);
  });
});

describe("a number", () => {
  it("has at most two decimals, the comma or point of the language and a true minus", () => {
    expect(decimal(-0.6175, "es")).toBe("−0,62");
    expect(decimal(-0.6175, "en")).toBe("−0.62");
  });

  it("never shows a negative zero", () => {
    expect(decimal(-0.001, "en")).toBe("0");
  });

  it("reads as a whole percentage", () => {
    expect(percent(0.914, "en")).toBe("91%");
  });
});

describe("the language of a page", () => {
  it("is the one asked for, before the stored one, before the browser's", () => {
    expect(chooseLanguage("en", "es", ["es-ES"])).toBe("en");
    expect(chooseLanguage(null, "en", ["es-ES"])).toBe("en");
    expect(chooseLanguage(null, null, ["fr-FR", "en-GB", "es"])).toBe("en");
  });

  it("passes over languages we do not speak and ends at Spanish", () => {
    expect(chooseLanguage("de", "xx", ["fr"])).toBe("es");
    expect(spoken("EN_us")).toBe("en");
    expect(spoken("eng")).toBeNull();
  });
});

describe("a reason in words", () => {
  it("tells each value beside the limit it was held against", () => {
    const reason = { rule: "distress", valence: -0.54, arousal: 0.59, thresholds: { distressValence: -0.45, distressArousal: 0.2 } } as const;
    expect(reasonWords(reason, {}, "es")).toBe("Enfado y agitación: agrado −0,54 (límite −0,45) y agitación 0,59 (límite 0,2).");
    expect(reasonWords(reason, {}, "en")).toContain("valence −0.54 (limit −0.45)");
  });

  it.each([
    { rule: "safety", danger: "medical" }, { rule: "asked-for-human" }, { rule: "people-topic", intent: "complaint", confidence: 0.8 },
    { rule: "needs-empathy", emotion: "sad", valence: -0.4, thresholds: { empathyValence: -0.3 } },
    { rule: "decline", turns: 3, valence: -0.2, thresholds: { declineTurns: 3 } },
    { rule: "stuck", sign: "misunderstood", clarifications: 2, failures: 0, count: 2, thresholds: { maxClarifications: 2, maxFailures: 2, limit: 2 } },
    { rule: "stuck", sign: "loop", clarifications: 0, failures: 0, count: 3, thresholds: { maxClarifications: 2, maxFailures: 2, limit: 3 } },
    { rule: "bot-failure", faults: 2, failures: 0, thresholds: { maxFaults: 2 } },
  ] as const)("is whole for $rule in both languages", (reason) => {
    for (const language of ["es", "en"] as const) {
      expect(reasonWords(reason, {}, language)).not.toMatch(/[{}]/);
      expect(ruleWords(reason.rule, language)).not.toBe(reason.rule);
    }
  });

  it("names an intent by its title, and by its plain name where there is none", () => {
    expect(intentTitle("complaint", { complaint: { es: "Una queja", en: "A complaint" } }, "en")).toBe("A complaint");
    expect(intentTitle("cancel-order", {}, "en")).toBe("cancel order");
  });
});
