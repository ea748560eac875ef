import type { Entity, Understanding } from "../src/core/understanding.ts";
import { kept } from "./kept.ts";

/** Lower case, no accents, only letters and digits with single spaces: how dialogs compare words. */
export const plainWords = kept((text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim());

const leaving = new Set([
  "dejalo", "dejelo", "dejelo gracias", "dejalo gracias", "olvidalo", "olvidelo", "da igual", "es igual", "no importa", "nada", "nada gracias",
  "no nada", "cancelar", "cancela", "ya no", "ya no quiero", "ya no hace falta", "no gracias", "mejor no", "nada mas gracias", "salir",
  "never mind", "nevermind", "never mind thanks", "forget it", "leave it", "drop it", "stop", "cancel", "no thanks", "no thank you", "nothing",
  "nothing thanks", "nothing else thank you", "it doesn t matter", "doesn t matter", "not anymore", "exit",
]);

/** The customer wants to stop this, in so many words: the whole line says it, so that "cancelar el pedido" is not taken for it. */
export function stops(text: string): boolean {
  return leaving.has(plainWords(text));
}

/** Values of one kind of entity in the order written. */
export function mentioned(understanding: Understanding, kind: "order" | "postcode" | "date"): string[] {
  return understanding.entities.flatMap((entity: Entity) => (entity.kind === kind ? [entity.value] : []));
}
