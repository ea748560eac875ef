import type { Product } from "../../core/dialog.ts";

const product = (
  id: string, es: string, en: string, price: number, inStock: boolean, allergens: [string, string], advice: [string, string],
): Product => ({
  id, price, inStock, name: { es, en }, allergens: { es: allergens[0], en: allergens[1] }, advice: { es: advice[0], en: advice[1] },
});

const none: [string, string] = ["ninguno de los catorce de declaración obligatoria", "none of the fourteen that must be declared"];
const milk: [string, string] = ["leche", "milk"];

/** The catalogue of the demo shop. Allergens and advice are ordinary kitchen knowledge of such products. */
export const demoProducts: Product[] = [
  product("gazpacho", "Gazpacho fresco", "Fresh gazpacho", 2.85, true, none, ["sírvalo muy frío y agítelo antes; unas gotas de aceite crudo al final le devuelven el aroma.", "serve it very cold and shake it first; a few drops of raw oil at the end bring the aroma back."]),
  product("olive-oil", "Aceite de oliva virgen extra", "Extra virgin olive oil", 9.95, true, none, ["guárdelo lejos de la luz; en crudo da más sabor y para freír aguanta bien hasta 180 °C.", "keep it away from light; raw it gives more flavour, and for frying it stands 180 °C well."]),
  product("tomatoes", "Tomates de rama", "Vine tomatoes", 3.4, true, none, ["alíñelos con sal, aceite y orégano diez minutos antes de servir; fuera de la nevera saben más.", "dress them with salt, oil and oregano ten minutes before serving; they taste of more out of the fridge."]),
  product("eggs", "Huevos camperos", "Free-range eggs", 3.15, true, ["huevo", "egg"], ["para una tortilla jugosa, bata poco y cuaje a fuego medio, dos minutos por lado.", "for a moist omelette beat them little and set them over medium heat, two minutes a side."]),
  product("hake", "Merluza fresca", "Fresh hake", 8.9, true, ["pescado", "fish"], ["al horno a 180 °C, doce minutos por cada dos centímetros; está hecha cuando se separa en láminas.", "bake at 180 °C, twelve minutes for every two centimetres; it is done when it flakes."]),
  product("rice", "Arroz bomba", "Bomba paella rice", 3.6, true, none, ["tres partes de caldo por una de arroz, dieciocho minutos sin remover y cinco de reposo.", "three parts of stock to one of rice, eighteen minutes without stirring and five of rest."]),
  product("lactose-free-milk", "Leche sin lactosa", "Lactose-free milk", 1.15, true, ["leche (sin lactosa, con proteína de leche)", "milk (no lactose, but milk protein)"], ["úsela como la normal; es algo más dulce, así que quite un poco de azúcar en los postres.", "use it like ordinary milk; it is a little sweeter, so take some sugar out of puddings."]),
  product("greek-yoghurt", "Yogur griego", "Greek yoghurt", 2.2, true, milk, ["con limón, ajo y pepino rallado y escurrido se hace una salsa para carnes en cinco minutos.", "with lemon, garlic and grated, drained cucumber it makes a sauce for meat in five minutes."]),
  product("sourdough", "Pan de masa madre", "Sourdough bread", 2.6, false, ["gluten (trigo)", "gluten (wheat)"], ["guárdelo en un paño de tela; al tercer día, unas gotas de agua y cinco minutos de horno lo recuperan.", "keep it in a cloth; on the third day a few drops of water and five minutes of oven revive it."]),
  product("coffee", "Café molido", "Ground coffee", 4.3, true, none, ["dos cucharadas por taza y agua a unos 92 °C, sin que hierva, para que no amargue.", "two spoonfuls a cup and water at about 92 °C, not boiling, so that it does not turn bitter."]),
  product("salmon", "Salmón fresco", "Fresh salmon", 11.9, true, ["pescado", "fish"], ["a la plancha, cuatro minutos por la piel y uno por el otro lado; eneldo y limón le van bien.", "in a hot pan, four minutes on the skin and one on the other side; dill and lemon suit it."]),
  product("avocados", "Aguacates", "Avocados", 0.95, true, none, ["maduran en dos días junto a un plátano; el limón evita que se oscurezcan.", "they ripen in two days beside a banana; lemon keeps them from browning."]),
  product("manchego", "Queso manchego curado", "Cured manchego cheese", 7.8, true, ["leche y huevo (lisozima)", "milk and egg (lysozyme)"], ["sáquelo media hora antes; con membrillo o nueces es un postre entero.", "take it out half an hour before; with quince paste or walnuts it is a whole dessert."]),
  product("croquettes", "Croquetas de jamón", "Ham croquettes", 4.5, true, ["gluten (trigo), leche y huevo; puede contener soja", "gluten (wheat), milk and egg; may contain soy"], ["fríalas sin descongelar, en tandas de cuatro, a 180 °C: si baja el aceite, se abren.", "fry them from frozen, four at a time, at 180 °C: if the oil cools they burst."]),
  product("hummus", "Hummus", "Hummus", 2.1, true, ["sésamo", "sesame"], ["un chorro de aceite, pimentón y limón por encima, y a temperatura ambiente gana mucho.", "a little oil, paprika and lemon on top, and at room temperature it is much better."]),
  product("chickpeas", "Garbanzos cocidos", "Cooked chickpeas", 1.05, true, none, ["enjuáguelos; salteados diez minutos con comino y pimentón quedan crujientes.", "rinse them; ten minutes in a pan with cumin and paprika makes them crisp."]),
  product("lentils", "Lentejas pardinas", "Brown lentils", 1.6, true, ["puede contener trazas de gluten", "may contain traces of gluten"], ["no hace falta remojo: treinta minutos a fuego suave con laurel.", "no soaking needed: thirty minutes over low heat with a bay leaf."]),
  product("spinach", "Espinacas", "Spinach", 1.8, true, none, ["un minuto en la sartén, sin agua, con ajo y pasas.", "one minute in the pan, without water, with garlic and raisins."]),
  product("chicken", "Pollo entero", "Whole chicken", 6.9, true, none, ["séquelo bien, ase a 190 °C una hora y cuarto para 1,5 kg, y déjelo reposar diez minutos tapado.", "dry it well, roast at 190 °C for an hour and a quarter per 1.5 kg, and rest it covered for ten minutes."]),
  product("lemons", "Limones", "Lemons", 1.7, true, none, ["ruédelos con la mano antes de exprimir y dan más zumo; la ralladura se congela.", "roll them under your hand before squeezing for more juice; the zest freezes."]),
  product("prawns", "Gambas congeladas", "Frozen prawns", 9.2, true, ["crustáceos y sulfitos", "crustaceans and sulphites"], ["descongélelas en la nevera la noche antes; dos minutos de plancha bastan.", "defrost them in the fridge the night before; two minutes in a hot pan are enough."]),
  product("ham", "Jamón serrano", "Serrano ham", 6.4, true, none, ["ábralo veinte minutos antes; tápelo con su propia grasa y no con plástico.", "open it twenty minutes before; cover it with its own fat and not with plastic."]),
  product("nougat", "Turrón de Jijona", "Soft almond nougat", 5.9, false, ["almendra y huevo; puede contener otros frutos secos", "almond and egg; may contain other nuts"], ["desmigado sobre yogur o helado es un postre inmediato.", "crumbled over yoghurt or ice cream it is an instant dessert."]),
  product("mayonnaise", "Mayonesa", "Mayonnaise", 1.95, true, ["huevo y mostaza", "egg and mustard"], ["con ajo asado y limón se convierte en una salsa suave para pescado.", "with roast garlic and lemon it becomes a mild sauce for fish."]),
  product("aubergines", "Berenjenas", "Aubergines", 1.9, true, none, ["en rodajas con sal veinte minutos pierden el amargor y absorben menos aceite.", "sliced and salted for twenty minutes they lose their bitterness and soak up less oil."]),
  product("dark-chocolate", "Chocolate negro 70 %", "Dark chocolate 70 %", 2.3, true, ["soja; puede contener leche y frutos secos", "soy; may contain milk and nuts"], ["fúndalo al baño maría y fuera del fuego, para que no se corte.", "melt it over hot water and off the heat, so that it does not split."]),
];
