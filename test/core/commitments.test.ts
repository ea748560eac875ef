import { commitmentsIn } from "../../src/core/commitments.ts";

const person = (text: string) => ({ who: "person", text });

test("quotes what was promised, by whom, and leaves out what was only said or asked", () => {
  expect(commitmentsIn([
    { who: "customer", text: "I will call you back" }, { who: "system", text: "We will tell you your place." }, { who: "assistant", text: "Order 1043 is delayed. It will arrive on Tuesday." },
    person("I see. I will refund you 20 euros by Monday and call you at 10. Is that all right?"),
  ], "en")).toEqual([{ who: "assistant", text: "It will arrive on Tuesday.", turnId: null }, { who: "person", text: "I will refund you 20 euros by Monday and call you at 10.", turnId: null }]);
  expect(commitmentsIn([person("Lo siento mucho. Le llamo mañana a las diez y me encargo del cambio.")], "es")).toEqual([{ who: "person", text: "Le llamo mañana a las diez y me encargo del cambio.", turnId: null }]);
  expect(commitmentsIn([person("Ya veo. ¿Me da el número?")], "es")).toEqual([]);
});

test("keeps the newest three", () => {
  expect(commitmentsIn(["one", "two", "three", "four"].map((what) => person(`I will send ${what}.`)), "en").map(({ text }) => text)).toEqual(["I will send two.", "I will send three.", "I will send four."]);
});

test.each<["es" | "en", string]>([
  ["es", "El jueves le llevo yo misma las bombillas."], ["es", "Nos comprometemos a cambiarlo."], ["es", "Tendrá noticias nuestras el martes."], ["es", "Le abonaremos la diferencia en dos días."], ["es", "No se preocupe, le guardo la mesa."], ["es", "Retiro hoy mismo ese cargo."], ["es", "Su dinero estará en la cuenta el viernes."],
  ["en", "I am posting new bulbs to you tomorrow."], ["en", "You have our word on that."], ["en", "You'll hear from us on Tuesday."], ["en", "We'll credit the difference within two days."], ["en", "Don't worry, I'll keep the table for you."], ["en", "My colleague Ana will ring you at six."], ["en", "Your money will be in the account on Friday."],
])("whoever commits the shop to something still to be done for this customer has promised, %s: %s", (language, text) => {
  for (const who of ["person", "assistant"]) expect(commitmentsIn([{ who, text }], language)).toMatchObject([{ who, text }]);
});

test.each<["es" | "en", string]>([
  ["es", "Las devoluciones tardan una semana en llegar al banco."], ["es", "No le voy a llamar."], ["es", "No le puedo garantizar el día."], ["es", "Puedo mandarle otra, si quiere."], ["es", "Si prefiere otro color, se lo cambio."], ["es", "Anoche le mandamos la factura."], ["es", "El repartidor lo dejó en la puerta."], ["es", "Le agradezco que lo cuente."], ["es", "Tendrá que traer el tique."],
  ["en", "A return takes a week to reach the bank."], ["en", "I will not call you."], ["en", "I can't guarantee the day."], ["en", "I can send another one."], ["en", "If you prefer another colour I will change it."], ["en", "We sent you the invoice last night."], ["en", "The driver left it at the door."], ["en", "I'm calling from the shop in Mill Lane."], ["en", "You will have to bring the receipt."],
])("how things usually go, what is denied, offered, told of the past or asked of the customer is no promise, %s: %s", (language, text) => {
  for (const who of ["person", "assistant"]) expect(commitmentsIn([{ who, text }], language)).toEqual([]);
});

test("a deed that the same message asks leave for is not promised yet", () => {
  expect(commitmentsIn([{ who: "assistant", text: "I will move the delivery to Friday. Shall I do that?" }], "en")).toEqual([]);
  expect(commitmentsIn([{ who: "assistant", text: "Le devolvemos 12 euros. No hace falta que traiga nada. ¿Lo confirma?" }], "es")).toEqual([]);
});

test("a promise is linked to the customer's turn it answered, a person's too", () => {
  const lines = [{ who: "customer", text: "where is it", turnId: "t1" }, { who: "assistant", text: "Your order arrives tomorrow.", turnId: "t1" }, { who: "customer", text: "sure?", turnId: "t2" }, { ...person("You have my word."), turnId: null }];
  expect(commitmentsIn(lines, "en").map(({ turnId }) => turnId)).toEqual(["t1", "t2"]);
});

test.each<["es" | "en", string]>([
  ["en", "The van has your boxes and will be there by noon."], ["en", "The lamp gets to you tomorrow at nine."], ["en", "A workmate rings you this evening."], ["en", "I'm staying here until you tell me it works."],
  ["es", "El lunes le llama un compañero."], ["es", "Le escribe mi jefa esta tarde."], ["es", "Me quedo con usted hasta que funcione."],
])("what somebody of the shop or a parcel does at a time ahead, and staying until something, is promised, %s: %s", (language, text) => {
  expect(commitmentsIn([person(text)], language)).toMatchObject([{ text }]);
});

test("looking something up at once is no promise in either language, looking it up later is", () => {
  for (const [language, text] of [["es", "Perdone la demora, lo reviso ahora mismo."], ["es", "Gracias, lo miro ahora."], ["en", "Sorry for the delay, I'll check it right now."], ["en", "Thanks, I'll look now."]] as const) expect(commitmentsIn([person(text)], language)).toEqual([]);
  for (const [language, text] of [["es", "Lo reviso mañana."], ["en", "I'll check it tomorrow."]] as const) expect(commitmentsIn([person(text)], language)).toMatchObject([{ text }]);
});
