import type { Language } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { speak } from "../texts/speak.ts";

/** What to call a customer: the name, or the last characters of the id, which two people can read to each other. */
export function customerName(customer: { id: string; name: string | null }, language: Language): string {
  return customer.name ?? speak(deskTexts, language)("customer.unnamed", { id: customer.id.slice(-4) });
}
