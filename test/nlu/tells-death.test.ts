import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

const condoled = (text: string): boolean => {
  const { intents, intentSure } = read(text);
  return intentSure && intents[0]?.intent === "bereavement";
};

test.each([
  "mi padre falleció el domingo, ¿cómo cierro su cuenta?", "se nos ha ido mi abuela y su pedido llega mañana", "soy viuda desde abril y seguís escribiéndole a él", "hemos perdido a nuestro hijo", "estamos en el velatorio de mi tío, no podemos abrir", "la cuenta era de mi difunta hermana", "desde que faltó mi madre nadie usa su tarjeta",
  "my father died on Sunday, how do I close his account?", "we lost my gran and her order comes tomorrow", "widowed since April and you still write to him", "we have lost our son", "we are at my uncle's wake and cannot open the door", "the account was my late sister's", "nobody has used her card since my mother passed",
])("a death is told however it is put: %s", (text) => {
  expect(condoled(text)).toBe(true);
});

test.each([
  "mi padre está en el hospital", "mi hijo tiene fiebre", "mis sobrinos se mueren por ese helado", "a mi abuela le puede pasar algo", "mi mujer nos dejó sin pan", "mi tía ya no está en esa dirección", "se me ha muerto la albahaca", "mi móvil ha muerto", "mi hermano se muere de ganas de probarlo", "casi me muero de la risa con mi suegra",
  "my father is in hospital", "my son has a fever", "my nephews would die for that ice cream", "something could happen to my grandmother", "my wife left us without bread", "my aunt is no longer at that address", "the basil plant died", "my laptop died", "my brother is dying to try it", "mum nearly died laughing", "dad's gone to work",
])("no death is told of the family alive, of liking, of plants or of machines: %s", (text) => {
  expect(condoled(text)).toBe(false);
});

test.each(["mi abuela se muere por ese mazapán", "mis sobrinos se mueren por las rosquillas", "my grandad would die for that marzipan", "grandma is dying to try it"])("who is dying for something is not sad: %s", (text) => {
  expect(read(text).emotion?.emotion).not.toBe("sad");
});

test.each(["mi madre se muere, no sé qué hacer", "my mother is dying and I do not know what to do"])("who tells that somebody is dying is read as before: %s", (text) => {
  expect(read(text).emotion?.valence).toBeLessThan(-0.15);
});
