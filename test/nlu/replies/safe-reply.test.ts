import { maskCounted } from "../../../src/nlu/replies/counted.ts";
import { safeReply, type People } from "../../../src/nlu/replies/safe-reply.ts";
import { noon } from "../../support/given.ts";

const people: People = { customer: "Inés de la Fuente", agent: "Pablo Rey", others: ["Carla Vidal"] };
const safe = (text: string, who: Partial<People> = {}): string => safeReply(text, { ...people, ...who }, new Set(), noon);

test.each([
  ["Buenas tardes, Inés: lo miro", "Buenas tardes, [customer]: lo miro"],
  ["Lo miro ahora, señora Fuente", "Lo miro ahora, señora [name]"],
  ["Le atiende Rodrigo Sanz", "Le atiende [agent]"],
  ["Hello Nora, you're chatting with Kate", "Hello [customer], you're chatting with [agent]"],
  ["Lo sigo yo.\nPablo", "Lo sigo yo.\n[agent]"],
  ["Gracias por todo. Un saludo, Rodrigo", "Gracias por todo. Un saludo, [agent]"],
  ["Kate from the team speaking, how is Carla?", "Kate from the team speaking, how is [name]?"],
  ["Bien dicho, su hermano Jaime ayuda", "Bien dicho, su hermano [name] ayuda"],
])("tells whom it was written to, who wrote it and anybody else apart: %s", (text, kept) => expect(safe(text)).toBe(kept));

test("a name that customer and colleague share says of neither who is meant", () => {
  expect(safe("ya lo mira Inés con usted", { agent: "Inés Rey" })).toBe("ya lo mira [name] con usted");
});

test("whoever is greeted is the customer, even by a name that is the colleague's too", () => {
  expect(safe("Hola Pablo, soy Pablo y lo miro", { customer: null })).toBe("Hola [customer], soy [agent] y lo miro");
});

test("does not take the small words of a name out of a sentence", () => {
  expect(safe("lo de la caja lo miro yo")).toBe("lo de la caja lo miro yo");
});

test.each([
  ["lleva cuatro días sin venir", "lleva [days] sin venir"], ["4 días", "[days]"], ["it took twenty-two minutes", "it took [minutes]"], ["media hora", "[hours]"], ["un par de semanas", "[weeks]"],
  ["es la cuarta vez", "es la [number] vez"], ["faltan seis vasos", "faltan [number] vasos"], ["once more, at ten", "once more, at ten"], ["fue un día bonito", "fue un día bonito"],
])("lengths of time keep their unit, counts in words nothing: %s", (text, kept) => {
  expect(maskCounted(text)).toBe(kept);
  expect(maskCounted(kept)).toBe(kept);
});
