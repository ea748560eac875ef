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
