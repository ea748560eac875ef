import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

test.each([
  ["me quiero morir", "self-harm"], ["no quiero seguir viviendo", "self-harm"], ["estoy pensando en suicidarme", "self-harm"], ["voy a quitarme la vida", "self-harm"], ["ya no le veo sentido a la vida", "self-harm"],
  ["I want to kill myself", "self-harm"], ["i dont want to live anymore", "self-harm"], ["thinking about ending my life", "self-harm"], ["I'd be better off dead", "self-harm"], ["i feel suicidal", "self-harm"],
  ["os voy a matar a todos", "threat"], ["le voy a partir la cara al repartidor", "threat"], ["voy a quemar vuestra tienda", "threat"], ["sé dónde vives", "threat"], ["I'm going to kill your driver", "threat"], ["i will burn your store down", "threat"], ["I know where you live", "threat"],
  ["mi hijo está teniendo una reacción alérgica", "medical"], ["no puede respirar después de comer las galletas", "medical"], ["se le está hinchando la cara", "medical"], ["mi niña se ha tragado una pila", "medical"], ["bebió lejía por error, ha bebido lejía", "medical"], ["creo que es una intoxicación alimentaria", "medical"],
  ["había un cristal en el yogur y casi se lo traga", "medical"], ["there was glass in the bread and I swallowed it", "medical"],
  ["my son is having an allergic reaction", "medical"], ["I can't breathe after eating your cookies", "medical"], ["my daughter swallowed a battery", "medical"], ["her lips are swelling", "medical"], ["I got food poisoning from your chicken", "medical"],
  ["me han robado la tarjeta", "fraud"], ["hay un cargo que no reconozco", "fraud"], ["alguien ha usado mi tarjeta", "fraud"], ["tengo un cobro desconocido de 50 euros", "fraud"],
  ["my card was stolen", "fraud"], ["there is a charge I don't recognise", "fraud"], ["someone used my card", "fraud"], ["unauthorised payment on my account", "fraud"],
])("sees the danger in: %s (%s)", (text, danger) => {
  expect(read(text).danger).toBe(danger);
});

test.each([
  "me muero de hambre", "me muero por probar ese turrón", "mato por ese queso", "esta espera me está matando", "este calor me mata", "mi mujer me mata si no llega el pedido", "para morirse de rico", "tengo arroz bomba?", "quiero matar el hambre", "soy alérgico al marisco",
  "¿el gazpacho puede dar reacción alérgica?", "me cobraron dos veces", "he perdido la tarjeta de puntos", "el pescado está muerto de risa", "mi padre murió el mes pasado", "se murió mi abuela",
  "this is killing me lol", "I'm starving to death", "I would kill for that cheese", "I'm dying to try it", "those cookies are to die for", "my wife is going to kill me if it's late", "do you sell bath bombs", "I'm allergic to nuts", "could the sauce cause an allergic reaction?", "I was charged twice", "lost my loyalty card", "my mother died last week", "dead easy recipe",
])("sees no danger in: %s", (text) => {
  expect(read(text).danger).toBeNull();
});

// Wordings of a user test beside others of the same kind: peninsular and Latin American, misspelt, third persons.
test.each([
  "im gonna end it tonight", "ending my life tonight", "life isn't worth living", "life is not worth living anymore", "there's no point in living", "whats the point of living", "i dont want to be here anymore", "I don't wanna exist anymore", "kms", "I'm gonna kms", "nobody would miss me if I was gone", "no one would care if i died", "everyone would be better off without me", "I'm tired of being alive", "my friend wants to kill herself", "I'm worthless and nobody loves me", "i am going to hang myself", "I just want to disappear",
  "me kiero morir", "me quiero quitar del medio", "voy a quitarme de en medio", "para qué seguir, mejor desaparecer", "pa que seguir viviendo", "nadie me quiere, no valgo para nada", "nadie me extrañaría", "todos estarían mejor sin mí", "estoy cansada de vivir", "no merece la pena seguir viviendo", "ya no quiero estar en este mundo", "mi hija se quiere matar", "me voy a tirar por la ventana", "quiero acabar con mi vida", "no sirvo para nada, quiero morirme",
])("sees self-harm, said outright or round about: %s", (text) => {
  expect(read(text).danger).toBe("self-harm");
});

test.each([
  "me falta el aire después de comer las gambas", "a mi hijo le falta el aire", "me quedo sin aire", "me he tomado demasiadas pastillas", "me he tomado un bote de pastillas", "me tomé un frasco entero de pastiyas", "mi abuela se ha tomado todas las pastillas", "he tomado una sobredosis", "estoy sangrando mucho, me corté con el tarro", "no para de sangrar", "me he cortado con la lata y tengo que ir a urgencias", "le sangra la boca por un cristal",
  "I just took a bottle of pills", "I took too many pills", "she swallowed a whole box of painkillers", "I overdosed", "my son has overdosed", "I'm bleeding badly, the jar cut me", "my hand is bleeding", "it won't stop bleeding", "the lid sliced my finger open", "I'm short of breath after the prawns", "he is not breathing",
])("sees a body in danger: %s", (text) => {
  expect(read(text).danger).toBe("medical");
});

test.each([
  "I'll burn your warehouse down", "I will set fire to your shop", "im gonna torch your office", "I'm going to blow up your depot", "I'll set your van on fire", "your warehouse is going to burn",
  "voy a prender fuego a vuestra nave", "les voy a incendiar la bodega", "os voy a quemar el almacén", "voy a pegarle fuego a la tienda", "quemaré vuestras oficinas",
])("sees a threat to a place: %s", (text) => {
  expect(read(text).danger).toBe("threat");
});

test.each([
  "my purse got stolen with my credit card", "someone snatched my handbag with my bank card", "my visa was cloned", "I was scammed on your site", "I've been scammed", "there is a payment of 40 euros i never made", "I see a transaction on my card that I didn't authorize", "I dont reconize this charge",
  "me han clonado la visa", "me clonaron la tarjeta", "me robaron la billetera", "me robaron el bolso con las tarjetas", "hay un cobro que yo no hice", "un cargo que no reconozco", "tengo un cargo de 30 euros que no reconosco", "yo no he hecho esa compra", "me han estafado con vuestra web", "me estafaron en su página", "he sido víctima de una estafa",
])("sees money in other hands: %s", (text) => {
  expect(read(text).danger).toBe("fraud");
});

test.each([
  // Jokes and figures of speech.
  "this delay is killing me", "me muero de hambre", "me muero de risa", "me falta el aire de la risa", "una sobredosis de chocolate, por favor", "I overdosed on chocolate", "nadie me quiere atender", "nadie me quiere dar una solución", "cut me some slack", "you cut me off", "where is my bleeding order", "la vida no tiene precio", "no sirvo para nada en la cocina",
  // What was over years ago.
  "hace dos años me robaron la tarjeta, ¿puedo pagar con bizum?", "two years ago my card was stolen, can I pay by PayPal?", "el año pasado me intoxiqué, ¿tenéis marisco congelado?", "I had food poisoning last year, is your chicken fresh?",
  // Products and plain requests.
  "¿venden cuchillos jamoneros?", "do you sell a pill organiser?", "un pastillero y dos cajas de pastillas para el lavavajillas", "I'd like a box of mint tablets", "blood oranges please", "naranjas sanguinas", "do you have kitchen knives", "the steak is bleeding", "la carne está sangrando", "it's 5 kms away", "how many kms is it", "quiero quitar del medio ese artículo del pedido", "quiero desaparecer de vuestra base de datos", "I want to end my subscription tonight", "para qué seguir esperando, mejor cancelo", "there's no point in living so far from a shop", "I don't want to be on your list anymore", "will this log burn in my house", "¿puedo quemar esta leña en casa?", "se me cortó internet", "me cortó la llamada", "me robaron la tarjeta de puntos", "this is a scam", "me habéis timado con el precio", "hay un cobro duplicado", "un pedido que no he hecho bien", "a payment I made twice", "¿qué alérgenos lleva el turrón?", "does the sauce have any nuts? I'm allergic",
])("keeps the alarm still for: %s", (text) => {
  expect(read(text).danger).toBeNull();
});
