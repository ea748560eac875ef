import { ownNames } from "../../../src/nlu/replies/remember.ts";
import { safeText, slotsOf } from "../../../src/nlu/replies/safe-text.ts";
import { createReplyTemplates } from "../../../src/nlu/replies/templates-of-replies.ts";
import { noon } from "../../support/given.ts";

const own = ownNames(["Bienvenido a Tienda Sol. Los envíos van con Correos.", "Welcome to Tienda Sol"]);
const safe = (text: string, names: string[] = []): string => safeText(text, names, own, noon);

test.each([
  ["Hola Ana, su pedido 1043 llega el martes 24 de noviembre", ["Ana", "1043", "martes", "24"]],
  ["Buenos días, Sra. Pérez: le llamo al 612 345 678", ["Pérez", "612"]],
  ["Siento mucho lo de su hija Lucía, don José María", ["Lucía", "José", "María"]],
  ["Hi Tom, we sent it to 12 Baker Street at 5pm", ["Tom", "12", "Baker", "5pm"]],
  ["Thanks Mary! Your card 4111 1111 1111 1111 was not charged", ["Mary", "4111"]],
  ["Le escribo a ana.ruiz@example.com o al ES91 2100 0418 4502 0005 1332", ["ana", "ruiz", "2100"]],
  ["Su clave es abc123XYZ y el enlace https://tienda.example/x?token=77aa", ["abc123XYZ", "token", "77aa"]],
  ["Le hemos abonado 35,50 € por el retraso", ["35,50", "35"]],
])("takes out whom it was written to or about: %s", (text, gone) => {
  for (const trace of gone) expect(safe(text)).not.toContain(trace);
});

test("takes out the names of the people in the conversation wherever and however they stand", () => {
  expect(safe("un momento, berta, lo mira SANZ", ["Berta Sanz"])).toBe("un momento, [name], lo mira [name]");
});

test("leaves the shop's own names and ordinary words as they are", () => {
  const text = "Entiendo el enfado. En Tienda Sol lo enviamos con Correos y seguimos con usted hasta que llegue.";
  expect(safe(text)).toBe(text);
  expect(safe("I am sorry. I will look into it, and I'll stay with you.")).toBe("I am sorry. I will look into it, and I'll stay with you.");
});

test("what is masked once stays as it is", () => {
  const once = safe("Hola Ana, su pedido 1043 llega el 24/11/2026 a las 17:30 y cuesta 12 €");
  expect(safe(once)).toBe(once);
  expect(slotsOf(once).length).toBeGreaterThanOrEqual(4);
});

test("replies that differ in slots, marks or a word are one template; others are not", () => {
  const templates = createReplyTemplates();
  // What is rare is known only against other texts.
  for (const text of ["Gracias por escribir, buenos días", "¿Me dice su código postal?", "El reparto es por la tarde", "Lo consulto con el almacén y le digo"]) templates.of(text, "es");
  const first = templates.of("Hola [name], he abierto una incidencia con el transportista", "es");
  expect(templates.of("hola [name]: he abierto una incidencia con el transportista!", "es")).toBe(first);
  expect(templates.of("Hola [name], ya he abierto una incidencia con el transportista", "es")).toBe(first);
  expect(templates.of("Hola [name], no puedo abrir nada sin su código postal", "es")).not.toBe(first);
  expect(templates.of("he abierto una incidencia con el transportista", "en")).not.toBe(first);
});
