import { promises } from "../../src/core/promises.ts";

describe("what nobody has decided for this customer is a promise", () => {
  test.each([
    "Le apunto [amount] en la cuenta", "[date] lo tiene resuelto", "Se lo dejamos en la portería a las [time]", "Estará en su casa en menos de [hours]",
  ])("a sum, a day or an hour somebody else was told, also as a place to fill in: %s", (text) => expect(promises(text, "es")).toBe(true));

  test.each([
    "Tramito ahora la retirada", "Les preparo otro lote", "Hemos retirado el recargo", "Voy a rebajarle la cuota", "Podemos regalarle una bolsa", "Estoy tramitando el cambio", "Tramitaré la baja", "Y le pongo un detalle en la caja", "Se lo acerco yo a casa",
  ])("a deed of whoever writes, in whichever form of the verb: %s", (text) => expect(promises(text, "es")).toBe(true));

  test.each([
    "I've knocked it down for you", "We're popping a spare in the post", "I can swap the lamp", "We will drop it round", "Let me send a courier", "We refunded it", "And I'm adding a little something", "Sending you a fresh one",
  ])("a deed of whoever writes, in whichever form of the verb: %s", (text) => expect(promises(text, "en")).toBe(true));

  test.each([
    ["es", "El repartidor volverá a pasar"], ["es", "El envío va de nuestra cuenta"], ["es", "No tiene que pagar nada"], ["es", "La caja ya está de camino"], ["es", "Ha sido anulado"], ["es", "Le llega sin falta"], ["es", "Tiene un cupo en su ficha"], ["es", "Ha sido retirado"],
    ["en", "The courier will try again"], ["en", "Postage is on the house"], ["en", "Nothing to pay this time"], ["en", "It's on its way"], ["en", "It has been cancelled"], ["en", "She'll ring you"], ["en", "You're getting a spare"], ["en", "Consider it dropped"], ["en", "It has been struck off"],
  ] as const)("what comes to the customer by itself: %s %s", (language, text) => expect(promises(text, language)).toBe(true));

  test.each([
    ["es", "Esa crema no lleva almendra"], ["es", "Es apto para celíacos"], ["es", "Hoy no queda en tienda"], ["en", "That one contains no nuts"], ["en", "It is safe for coeliacs"], ["en", "There is none left"],
  ] as const)("what a label or a shelf says: %s %s", (language, text) => expect(promises(text, language)).toBe(true));
});

test.each([
  ["es", "Entiendo el disgusto. Lo miro ahora con mis compañeros y le cuento lo que me digan."], ["es", "He leído la conversación entera, así que no tiene que repetirla."], ["es", "Puedo explicárselo paso a paso. ¿Por dónde empezamos?"],
  ["es", "Vaya faena, [customer]. ¿Me dice el número de pedido y qué falta?"], ["es", "Estoy revisando el pedido [order] y sigo con usted."], ["es", "Me ocupo yo de averiguarlo"],
  ["en", "I understand, [customer]. I'm checking with my colleagues and will tell you what they say."], ["en", "I have read all of it, so you need not repeat anything."], ["en", "Could you tell me which one it was?"],
  ["en", "Let me look into it with you, and I'll explain what I find."], ["en", "We have opened a case with the carrier"],
] as const)("looking, asking, listening and telling are none: %s %s", (language, text) => expect(promises(text, language)).toBe(false));
