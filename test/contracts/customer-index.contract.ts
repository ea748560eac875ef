import type { CustomerIndex } from "../../src/app/ports.ts";
import { noon } from "../support/given.ts";

/** What every index of customers' conversations must do. */
export function describeCustomerIndex(name: string, create: () => CustomerIndex): void {
  describe(`the customers' index in ${name}`, () => {
    test("lists a customer's conversations, the newest first, each once however often it is added", async () => {
      const index = create();
      await index.add(`ana ${name}`, "c1", noon);
      await index.add(`ana ${name}`, "c2", noon + 5);
      await index.add(`ana ${name}`, "c1", noon);
      await index.add(`ben ${name}`, "c3", noon);
      expect(await index.of(`ana ${name}`)).toEqual([{ conversationId: "c2", at: noon + 5 }, { conversationId: "c1", at: noon }]);
    });

    test("forgets a customer, and no other", async () => {
      const index = create();
      await index.add(`eva ${name}`, "c1", noon);
      await index.add(`leo ${name}`, "c2", noon);
      await index.forget(`eva ${name}`);
      expect(await index.of(`eva ${name}`)).toEqual([]);
      expect(await index.of(`leo ${name}`)).toHaveLength(1);
    });

    test("keeps how far the feed was read", async () => {
      const index = create();
      expect(await index.cursor()).toBeNull();
      await index.keepCursor("17");
      expect(await index.cursor()).toBe("17");
    });
  });
}
