import { createReader } from "./reader.ts";

let read: Awaited<ReturnType<typeof createReader>>;
beforeAll(async () => {
  read = await createReader();
});

test.each([
  "he vomitado después de cenar las empanadillas", "a mi suegra le ha sentado fatal el queso fresco", "nos hemos puesto malos con los mejillones", "probé el flan y llevo toda la tarde con náuseas", "mi niña tiene ronchas desde que tomó el batido",
  "I threw up after eating the meatballs", "my kids have been poorly since they had your trifle", "the clams made my wife ill", "we ate the pie and now we all have stomach cramps", "your stew gave my dad diarrhoea",
])("who felt ill of what they ate is harmed by it: %s", (text) => {
  expect(read(text).danger).toBe("food");
});

test.each([
  "me he encontrado una aguja en el solomillo", "había trocitos de plástico en la crema", "en el paté hay un trozo de metal", "las lentejas traían una piedra", "encontré una cucaracha en los cereales", "me partí una muela comiendo el turrón", "he perdido un empaste con el pan tostado",
  "I found a needle in my steak", "there was a shard of glass in the honey", "a beetle in the muesli, I found a beetle in the muesli", "I bit down on a piece of metal in the sausage", "I cracked a tooth on a date stone", "lost a filling on your nougat",
])("something in the food that does not belong there is harm, and so is a tooth broken on it: %s", (text) => {
  expect(read(text).danger).toBe("food");
});

test.each([
  "mi hermano es celíaco y le habéis mandado la pizza normal", "pedimos sin lactosa y ha llegado nata con lactosa", "la salsa lleva cacahuete y no lo pone en la etiqueta", "en el paquete dice sin huevo pero lleva huevo",
  "my nephew is coeliac and you sent ordinary crackers", "I ordered dairy free and got the one with milk", "this pesto contains cashews and the label says nothing, it is not on the label", "it says nut free but it has hazelnuts",
])("what holds an allergen that its label or the order keeps silent about is harm: %s", (text) => {
  expect(read(text).danger).toBe("food");
});

test("where a body is in danger at once, that goes before", () => {
  expect(read("comió las gambas y no puede respirar").danger).toBe("medical");
  expect(read("she ate the biscuits and her lips are swelling").danger).toBe("medical");
});

test.each([
  // Questions before anything was eaten or bought.
  "¿la crema lleva nata?", "no sale en la etiqueta, ¿tiene frutos secos?", "soy alérgica al huevo, ¿qué mayonesa puedo tomar?", "does the pesto have nuts in it?", "I'm coeliac, which crackers can I have?", "is there wheat in the sauce? the label does not say",
  // Ill for another reason, or of words.
  "estoy con gripe y no puedo salir, ¿me lo traéis?", "me ha sentado mal vuestro correo", "me ha sentado mal que me cobréis el envío", "I have a cold, can you bring soup?", "I am sick of this shop", "your attitude makes me sick", "¿qué ceno si tengo la tripa revuelta?",
  // Things, and broken parcels.
  "tres dientes de ajo", "a glass bowl please", "¿tenéis trampas para moscas?", "do you sell ant powder?", "la botella se rompió y hay cristales en la bolsa", "the jar broke and there is glass in the box", "plastic cups for a party", "me habéis traído leche entera y la quería desnatada", "you forgot the eggs",
])("nobody is harmed in: %s", (text) => {
  expect(read(text).danger).toBeNull();
});
