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
    ["en", "The courier will try again"], ["en", "Postage is on the house"], ["en", "Nothing to pay this time"], ["en", "It's on its way"], ["en", "It has been cancelled"], ["en", "You're getting a spare"], ["en", "Consider it dropped"], ["en", "It has been struck off"],
  ] as const)("what comes to the customer by itself: %s %s", (language, text) => expect(promises(text, language)).toBe(true));

  test.each([
    ["es", "Esa crema no lleva almendra"], ["es", "Es apto para celíacos"], ["es", "Hoy no queda en tienda"], ["en", "That one contains no nuts"], ["en", "It is safe for coeliacs"], ["en", "There is none left"],
  ] as const)("what a label or a shelf says: %s %s", (language, text) => expect(promises(text, language)).toBe(true));

  test.each([
    ["es", "¿Quiere que le mande otra?"], ["es", "¿Se lo cambio por otro?"], ["en", "Would you like us to send another one?"], ["en", "Shall I waive it?"],
  ] as const)("goods that are offered in a question: %s %s", (language, text) => expect(promises(text, language)).toBe(true));

  test.each([
    ["es", "He mirado lo que pasó y le he devuelto la diferencia"], ["es", "Si llega rota, se la cambiamos"], ["es", "No se le cobrará la visita"], ["es", "Cancelado."], ["es", "He pedido que le manden una nueva"],
    ["en", "I'm sorry for the wait and have refunded the fee"], ["en", "If it arrives broken, we will replace it"], ["en", "You won't be charged for it"], ["en", "Done, cancelled."], ["en", "I've asked them to send you a new one"],
  ] as const)("a deed beside harmless words, on a condition, by leaving it undone, with nobody named, or through others: %s %s", (language, text) => expect(promises(text, language)).toBe(true));
});

describe("what nobody has to keep for this customer is none", () => {
  test.each([
    ["es", "Entiendo el disgusto. Lo miro ahora con mis compañeros y le cuento lo que me digan."], ["es", "He leído la conversación entera, así que no tiene que repetirla."], ["es", "Puedo explicárselo paso a paso. ¿Por dónde empezamos?"],
    ["es", "Vaya faena, [customer]. ¿Me dice el número de pedido y qué falta?"], ["es", "Estoy revisando el pedido [order] y sigo con usted."], ["es", "Me ocupo yo de averiguarlo"], ["es", "Me quedo con usted hasta que lo resolvamos"],
    ["es", "He abierto una incidencia y le mantendré informado"], ["es", "Vamos a solucionarlo juntos"], ["es", "He dejado una nota en su cuenta para que no tenga que repetirlo"], ["es", "Haré el seguimiento yo misma"], ["es", "Lo resolvemos ahora"],
    ["en", "I understand, [customer]. I'm checking with my colleagues and will tell you what they say."], ["en", "I have read all of it, so you need not repeat anything."], ["en", "Could you tell me which one it was?"],
    ["en", "Let me look into it with you, and I'll explain what I find."], ["en", "We have opened a case with the carrier"], ["en", "She'll ring you"], ["en", "May I assist you with your reservation?"], ["en", "I will forward your comments"],
    ["en", "I'm reviewing your invoice with billing"], ["en", "I have escalated your case to my supervisor"], ["en", "I'll make sure this gets to the right person"], ["en", "I've put a note on your account so you don't need to explain again"],
  ] as const)("looking, asking, telling, noting, passing on, staying and sorting out, whoever does them: %s %s", (language, text) => expect(promises(text, language)).toBe(false));

  test.each([
    ["es", "Puede cambiar la franja usted misma"], ["es", "Si lo devuelve en su caja, guarde el resguardo"], ["es", "¿Ya nos ha enviado el paquete?"], ["es", "¿Cuál de los dos quiere cancelar?"],
    ["en", "You can cancel it from your account page"], ["en", "If you return it in the box, keep the receipt"], ["en", "Did you send the parcel back?"], ["en", "Please send me a photo of the label"],
  ] as const)("a deed of the customer's own: %s %s", (language, text) => expect(promises(text, language)).toBe(false));

  test.each([
    ["es", "Desde aquí no puedo emitir la devolución"], ["es", "Siento que le cancelaran el vuelo"], ["es", "¿Le han cobrado dos veces?"], ["es", "Le envío un enlace al formulario"],
    ["en", "We are unable to waive the fee"], ["en", "Sorry your flight was cancelled"], ["en", "Have you been charged twice?"], ["en", "I'll send you a link to the form"],
  ] as const)("what cannot be done, is regretted or asked, and what is sent in words: %s %s", (language, text) => expect(promises(text, language)).toBe(false));
});
