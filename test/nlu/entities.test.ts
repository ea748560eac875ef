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
  ["factura F-2025-0312", ["invoice F-2025-0312"]],
  ["la factura nº 2025/0312", ["invoice 2025/0312"]],
  ["invoice 88213", ["invoice 88213"]],
  ["invoice no. inv-88213", ["invoice INV-88213"]],
  ["boleta 123456", ["invoice 123456"]],
  ["F-2025-0312", ["invoice F-2025-0312"]],
  ["la factura del pedido 1043", ["order 1043"]],
  ["invoice for 1043", ["order 1043"]],
  ["factura de 150 euros", ["amount 150"]],
  ["folio 12345", ["order 12345"]],
  ["my postcode is sw1a 1aa", ["postcode SW1A 1AA"]],
  ["M1 1AE", ["postcode M1 1AE"]],
  ["1 2kg", []],
  ["CP 1425", ["postcode 1425"]],
  ["código postal C1425ABC", ["postcode C1425ABC"]],
  ["zip 90210-1234", ["postcode 90210-1234"]],
  ["6043 46001", ["order 6043", "postcode 46001"]],
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

test.each<[string, string | null]>([
  ["a las 5", "17:00"], ["a las cinco y media", "17:30"], ["a las 5 menos cuarto", "16:45"], ["a las 10", "10:00"], ["sobre las 8 de la tarde", "20:00"], ["a las 8 de la mañana", "08:00"], ["a las 12 de la noche", "00:00"], ["a las 17.30", "17:30"],
  ["17:30", "17:30"], ["05:30", "05:30"], ["17h30", "17:30"], ["10hs", "10:00"], ["al mediodía", "12:00"],
  ["at 5pm", "17:00"], ["5 a.m.", "05:00"], ["half past five", "17:30"], ["quarter to six", "17:45"], ["five o'clock", "17:00"], ["at ten", "10:00"], ["at five in the evening", "17:00"], ["noon", "12:00"],
  ["25:10", null], ["de las 5 cajas", null], ["las dos botellas", null], ["after 5 days", null], ["12:30:45", null],
])("reads the time in %s as %s", (text, time) => {
  expect(found(text)).toEqual(time === null ? [] : [`time ${time}`]);
});

test("takes an hour for one of the evening where the text is about this evening", () => {
  expect(found("esta noche a las 9")).toEqual(["date 2026-11-22", "time 21:00"]);
  expect(found("this evening at 9")).toEqual(["date 2026-11-22", "time 21:00"]);
  expect(found("a las 9")).toEqual(["time 09:00"]);
});

test("reads both ends of a range of hours, and none where it is things that lie between", () => {
  expect(found("entre las 5 y las 7")).toEqual(["time 17:00", "time 19:00"]);
  expect(found("entre las dos cajas")).toEqual([]);
});

test.each([
  ["el viernes que viene a las 5", ["date 2026-11-27", "time 17:00"]], ["mañana a las 10", ["date 2026-11-23", "time 10:00"]], ["next Friday at 17:30", ["date 2026-11-27", "time 17:30"]],
  ["esta mañana", ["date 2026-11-22"]], ["this evening", ["date 2026-11-22"]], ["el cinco de mayo", ["date 2027-05-05"]], ["primero de mayo", ["date 2027-05-01"]], ["May fifth", ["date 2027-05-05"]],
  ["la semana que viene el martes", ["date 2026-11-24"]], ["en quince días", ["date 2026-12-07"]], ["in a fortnight", ["date 2026-12-06"]], ["11/24", ["date 2026-11-24"]], ["el día treinta", ["date 2026-11-30"]],
  ["el viernes pasado", []], ["last friday", []], ["en 2-3 días", []],
])("reads %s on Sunday 22 November 2026 as %j", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each<[string, number, string]>([
  ["12 con 50", 12.5, "EUR"], ["me cobraron 12 con 50 de más", 12.5, "EUR"], ["12 euros con 50", 12.5, "EUR"], ["veinte euros", 20, "EUR"], ["ciento veinte euros con cincuenta", 120.5, "EUR"], ["cincuenta céntimos", 0.5, "EUR"],
  ["mil quinientos pesos", 1500, "pesos"], ["200 pesos mexicanos", 200, "MXN"], ["MXN 350", 350, "MXN"], ["20 soles", 20, "PEN"], ["S/ 20", 20, "PEN"], ["$ 12.500", 12_500, "pesos"], ["$12.50", 12.5, "USD"], ["US$ 20", 20, "USD"],
  ["twenty five dollars", 25, "USD"], ["a hundred pounds", 100, "GBP"], ["20 quid", 20, "GBP"], ["1,234.50 dollars", 1234.5, "USD"],
])("reads %s as %d %s", (text, value, currency) => {
  expect(readEntities(text, sunday)).toEqual([expect.objectContaining({ kind: "amount", value, currency })]);
});

test("sees no sum where a count of things or a word alone stands", () => {
  expect(found("12 con 50 gramos")).toEqual([]);
  expect(found("pago con los euros de siempre")).toEqual([]);
});

test.each([
  ["91 234 56 78", "912345678"], ["612345678", "612345678"], ["0034 612 345 678", "0034612345678"],
  ["(55) 1234-5678", "5512345678"], ["55 1234 5678", "5512345678"], ["+52 1 55 1234 5678", "+5215512345678"],
  ["11 2345-6789", "1123456789"], ["+54 9 11 2345-6789", "+5491123456789"], ["(011) 4567-8901", "01145678901"], ["0351 15 123-4567", "0351151234567"],
  ["300 123 4567", "3001234567"], ["(601) 234 5678", "6012345678"], ["9 1234 5678", "912345678"], ["+56 9 1234 5678", "+56912345678"],
  ["(415) 555-0132", "4155550132"], ["+1 (415) 555-0132", "+14155550132"], ["07700 900123", "07700900123"], ["020 7946 0958", "02079460958"], ["+44 7700 900123", "+447700900123"],
])("reads the phone number %s", (text, value) => {
  expect(found(`call me on ${text}.`)).toEqual([`phone ${value}`]);
});

test.each(["1", "1 ", "12 ", "1234 ", "1-", "+1 ", "a", "a@", "a.b@", " ", "lunes ", "el 5 ", "a las 5 ", "veinte y ", "veinte euros ", "factura ", "factura f-", "pedido ", "$ 1.", "at 5 "])("stays linear on 64 KB of %j: a quadratic step would run into the deadline", (piece) => {
  const text = piece.repeat(Math.ceil(65_536 / piece.length));
  expect(readEntities(text, sunday).every(({ text: written }) => written.length < 100)).toBe(true);
});
