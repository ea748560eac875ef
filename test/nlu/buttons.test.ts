import { join } from "node:path";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";
import type { Catalogue } from "../../src/nlu/catalogue-types.ts";
import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
let catalogue: Catalogue;
beforeAll(async () => {
  [read, catalogue] = await Promise.all([createReader(), loadCatalogue(join(__dirname, "../../intents"))]);
});

test("understands every intent's own title, since pressing it in a clarification says it", () => {
  for (const { intent, title } of catalogue.intents.values()) {
    if (intent === "oos") continue;
    for (const language of ["es", "en"] as const) {
      const { intents, intentSure } = read(title[language], language);
      expect({ title: title[language], intent: intents[0]?.intent, intentSure }).toEqual({ title: title[language], intent, intentSure: true });
    }
  }
});

test.each([
  ["opening.order-status", "order-status"], ["opening.change-delivery", "change-delivery"], ["opening.damaged-item", "damaged-item"], ["opening.opening-hours", "opening-hours"],
  ["followup.order-status", "order-status"], ["followup.change-delivery", "change-delivery"], ["followup.damaged-item", "damaged-item"], ["followup.refund", "refund"],
  ["followup.allergens", "allergens"], ["followup.cooking", "cooking-advice"], ["followup.stock", "stock"], ["followup.nothing-else", "thanks"],
])("understands the quick reply %s as %s", (key, intent) => {
  for (const language of ["es", "en"] as const) {
    const label = catalogue.texts.get(key)?.[language] ?? "";
    expect({ label, intent: read(label, language).intents[0]?.intent, sure: read(label, language).intentSure }).toEqual({ label, intent, sure: true });
  }
});

test("understands the yes, the no and the person of the buttons, and keeps their language", () => {
  for (const language of ["es", "en"] as const) {
    const label = (key: string): string => catalogue.texts.get(key)?.[language] ?? "";
    expect(read(label("reply.yes"), language)).toMatchObject({ assent: "yes", language });
    expect(read(label("reply.no"), language)).toMatchObject({ assent: "no", language });
    expect(read(label("control.ask-for-person"), language)).toMatchObject({ wantsHuman: true, language });
    for (const key of ["control.keep-waiting", "control.leave-message", "control.back-to-assistant", "control.end", "reply.stop"]) expect({ key, wants: read(label(key), language).wantsHuman }).toEqual({ key, wants: false });
  }
});
