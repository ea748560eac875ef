import type { Contacts } from "../../src/app/ports.ts";
import { noon } from "../support/given.ts";

/** What every keeper of contacts must do. */
export function describeContacts(name: string, create: () => Contacts): void {
  describe(`contacts in ${name}`, () => {
    test("tell when the same customer's conversation before this one began, and nothing of other customers", async () => {
      const contacts = create();
      expect(await contacts.begin(`ana ${name}`, "c1", noon)).toBeNull();
      expect(await contacts.begin(`ana ${name}`, "c2", noon + 5)).toBe(noon);
      expect(await contacts.begin(`ben ${name}`, "c3", noon)).toBeNull();
    });

    test("do not take a conversation that is begun twice for two", async () => {
      const contacts = create();
      await contacts.begin(`eva ${name}`, "c1", noon);
      expect(await contacts.begin(`eva ${name}`, "c1", noon + 5)).toBeNull();
    });

    test("forget a customer", async () => {
      const contacts = create();
      await contacts.begin(`leo ${name}`, "c1", noon);
      await contacts.forget(`leo ${name}`);
      expect(await contacts.begin(`leo ${name}`, "c2", noon + 5)).toBeNull();
    });
  });
}
