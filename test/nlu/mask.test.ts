import { mask } from "../../src/nlu/mask.ts";
import { sunday } from "./reader.ts";

test.each([
  ["mi correo es Ana.Perez@correo.es", "mi correo es [email]"],
  ["llámeme al 612 345 678 o al +54 9 11 2345-6789", "llámeme al [phone] o al [phone]"],
  ["pedido 1043, factura F-2025-0312", "pedido [order], factura [invoice]"],
  ["me cobraron 12,50 € y vivo en 46001", "me cobraron [amount] y vivo en [postcode]"],
  ["tarjeta 4111 1111 1111 1111", "tarjeta [card]"],
  ["6011000990139424123", "[card]"],
  ["ES91 2100 0418 4502 0005 1332", "[iban]"],
  ["gb29nwbk60161331926819", "[iban]"],
  ["DNI 12345678Z, NIE X-1234567-L", "DNI [id], NIE [id]"],
  ["RUT 12.345.678-5", "RUT [id]"],
  ["CURP GAPA850101HDFRRN09", "CURP [id]"],
  ["mi cédula es 1.012.345.678", "mi cédula es [id]"],
  ["el envío ABC123456789ES", "el envío [number]"],
])("masks %s as %s", (text, masked) => {
  expect(mask(text, sunday)).toBe(masked);
});

test.each([
  ["Hola, me llamo Ana María del Pozo y no llega", "Hola, me llamo [name] y no llega"],
  ["me llamo ana perez y quiero mi pedido", "me llamo [name] y quiero mi pedido"],
  ["mi nombre es JUAN PEREZ", "mi nombre es [name]"],
  ["Soy Juan, ¿me ayuda?", "Soy [name], ¿me ayuda?"],
  ["my name is josé garcía and I need help", "my name is [name] and I need help"],
  ["I'm John Smith. Call me", "I'm [name]. Call me"],
  ["Un saludo, Ana Pérez", "Un saludo, [name]"],
])("masks the name in %s", (text, masked) => {
  expect(mask(text, sunday)).toBe(masked);
});

test.each(["soy cliente desde 2019", "SOY CLIENTE", "I'm angry", "I am very upset", "this is a disaster", "quiero cambiar la entrega a mañana a las 5", "tengo 3 bolsas", "Saludos", ""])("leaves as it is: %s", (text) => {
  expect(mask(text, sunday)).toBe(text);
});

test("masks what is masked already only once", () => {
  const once = mask("me llamo Ana, pedido 1043, 612 345 678, ana@correo.es, 12 €, 46001", sunday);
  expect(once).toBe("me llamo [name], pedido [order], [phone], [email], [amount], [postcode]");
  expect(mask(once, sunday)).toBe(once);
});

test.each(["1", "1 ", "1-", "12 ", "1234 ", "ES12 ", "a@", "soy ", "soy Ana ", "me llamo ", "me llamo Ana ", "dni ", "dni 1.", "A", "é", "e\u0301", " "])("stays linear on 64 KB of %j: a quadratic step would run into the deadline", (piece) => {
  const text = piece.repeat(Math.ceil(65_536 / piece.length));
  expect(mask(text, sunday)).not.toMatch(/\d{5}/);
});
