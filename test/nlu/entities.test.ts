import { readEntities } from "../../src/nlu/entities.ts";
import { sunday } from "./reader.ts";

const found = (text: string): string[] => readEntities(text, sunday).map(({ kind, value }) => `${kind} ${value}`);

test.each<[string, string[]]>([
  ["1043", ["order 1043"]],
  ["pedido 1043", ["order 1043"]],
  ["mi pedido es el 1043", ["order 1043"]],
  ["pedido número 1043", ["order 1043"]],
  ["el número de pedido es 1043", ["order 1043"]],
  ["#1043", ["order 1043"]],
  ["order no. 1043", ["order 1043"]],
  ["my order number is 1043", ["order 1043"]],
  ["order #20514 please", ["order 20514"]],
  ["46001", ["postcode 46001"]],
  ["el 1043 y el código postal 46001", ["order 1043", "postcode 46001"]],
  ["1043, 46001", ["order 1043", "postcode 46001"]],
  ["1043 46001", ["order 1043", "postcode 46001"]],
  ["order 1043, postcode 08001", ["order 1043", "postcode 08001"]],
  ["CP: 28013", ["postcode 28013"]],
  ["99999", []],
  ["soy cliente desde 2019", []],
  ["me cobraron 1043 euros", ["amount 1043"]],
  ["me deben 12,50 €", ["amount 12.5"]],
  ["it cost £9.99", ["amount 9.99"]],
  ["1.234,50 €", ["amount 1234.5"]],
  ["soy ana.perez+sol@correo.es", ["email ana.perez+sol@correo.es"]],
  ["mi móvil es 612 345 678", ["phone 612345678"]],
  ["call me on +34 612345678", ["phone +34612345678"]],
  ["tengo 3 bolsas", []],
])("finds in %s: %j", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ["hoy", "2026-11-22"], ["mañana", "2026-11-23"], ["pasado mañana", "2026-11-24"], ["mañana por la mañana", "2026-11-23"], ["el viernes", "2026-11-27"], ["el próximo lunes", "2026-11-23"], ["el domingo", "2026-11-29"],
  ["24/11", "2026-11-24"], ["24-11-2026", "2026-11-24"], ["24 de noviembre", "2026-11-24"], ["el viernes 27 de noviembre", "2026-11-27"], ["el día 30", "2026-11-30"], ["3 de enero", "2027-01-03"], ["el 5", "2026-12-05"], ["dentro de tres días", "2026-11-25"],
  ["tomorrow", "2026-11-23"], ["the day after tomorrow", "2026-11-24"], ["next Friday", "2026-11-27"], ["on monday", "2026-11-23"], ["24 November", "2026-11-24"], ["November 24th", "2026-11-24"], ["Nov 24", "2026-11-24"], ["2026-11-24", "2026-11-24"], ["in two weeks", "2026-12-06"], ["Tuesday next week", "2026-11-24"],
])("reads %s on Sunday 22 November 2026 as %s", (text, iso) => {
  expect(found(text)).toEqual([`date ${iso}`]);
});

test.each(["por la mañana", "de la mañana", "31/02", "45/13", "el 1 por ciento", "10 de cada 12"])("sees no date in: %s", (text) => {
  expect(found(text).filter((one) => one.startsWith("date"))).toEqual([]);
});

test("resolves tomorrow in the shop's time zone, not in UTC", () => {
  const justAfterMidnightInMadrid = Date.parse("2026-11-22T23:30:00Z");
  expect(readEntities("mañana", justAfterMidnightInMadrid)).toEqual([{ kind: "date", value: "2026-11-24", text: "mañana" }]);
});
