import type { Language } from "../src/core/turn.ts";

/** A list of words written as one text with blanks between, the way lists are easiest to read. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((one) => one !== ""));

/**
 * Words that a question is built of, in both languages: what stays of it without them is the thing asked about. No kind of goods is among them, so that a
 * word which nobody listed counts as part of the thing, and narrows it: "oat" in "do you have oat milk". Without accents.
 */
const building: Record<Language, ReadonlySet<string>> = {
  en: words(`
    a an the this that these those one ones some any no not none and or but if so as at by for from in into of off on onto out over to up with without about than then there here once after before until while during since because
    it its they them their he his him she her we us our you your yours u ur i me my mine who whom whose which what when where why how all each every both either neither
    other others another more most much many few little lot lots less enough only just also too very really quite still already yet again even ever never always maybe perhaps
    idea finished delivered delivery reserve collect pick send sent bring brought arrive arrives appear appears basket cart add remove believe guess seem seems remember heard saw read check checking checked sure possible chance curious interested happen happens origin packaging talk speak mind
    per whether would could guys man woman men women mr mrs name called recommend suggest one two three four five six seven eight nine ten twelve aside put
    please pls plz thanks thank hi hello hey dear good morning afternoon evening sorry excuse yes ok okay well right quick question first second moment
    am is are be was were been being isn aren wasn do does did doing done don doesn didn have has had having haven hasn got get gets getting gotten can could cannot couldn will would won
    shall should may might must need needs want wants wanted like likes love look looks looking find finding found give gives tell tells told know knows think thinks say says said
    see show ask asks asking wonder wondering help let make makes made making use uses using used take takes taking try trying plan planning hope hoping
    buy buys buying bought sell sells selling sold stock stocks stocked restock restocking carry offer offers order orders ordering ordered cost costs price prices priced charge pay
    ship deliver come comes coming came go goes going gone run runs ran running left leave remain remaining back available availability unavailable available supply item items product products
    thing things kind kinds type types sort sorts brand brands size sizes range catalogue catalog website web site online shop shops store stores supermarket page label labels
    contain contains containing include includes including included ingredient ingredients inside allergen allergens allergy allergies allergic intolerant intolerance tolerate trace traces
    list details detail information info data sheet suitable safe fine else exactly actually
    eat eats eating eaten drink drinks someone somebody anyone anybody person people friend friends guest guests son daughter child children kid kids baby wife husband mother father mum
    mom dad grandmother grandson family party dinner lunch breakfast meal christmas easter birthday tonight weekend
    today tomorrow now currently soon later week weeks month months day days hour hours year years minute minutes time times monday tuesday wednesday thursday friday saturday sunday days
    cheap cheaper cheapest expensive euro euros discount discounted reduced deal deals special sale bargain promotion promo cents money worth
    pack packs packet packets bottle bottles box boxes bag bags tray trays jar jars tub tubs piece pieces unit units dozen half kilo kilos kg gram grams litre litres liter liters ml pound pounds
    usual normal regular same new newest big bigger small smaller large larger nice best better quality
    s t m d l re ve ll nt im ive whats`),
  es: words(`
    el la los las lo un una unos unas al del de en con sin por para a ante desde hasta sobre entre segun durante mientras antes despues porque y e o u ni que pero si no como cual cuales cuando cuanto cuanta cuantos cuantas donde adonde quien
    yo tu usted ustedes vosotros nosotros ella ellos ellas me te se nos os le les mi mis tus su sus vuestro vuestra vuestros vuestras nuestro nuestra este esta estos estas ese esa esos esas eso esto aquel aquella
    algo algun alguna alguno algunos algunas ningun ninguna ninguno nada todo toda todos todas otro otra otros otras mas menos mucho mucha muchos muchas poco poca pocos muy tan tanto solo tambien tampoco ya aun todavia
    aqui ahi alli asi bien mal vale claro ok oiga oye mira mire hola buenas buenos tardes noches dias dia favor porfa gracias perdon perdone disculpe una pregunta duda consulta verdad igual quiza quizas
    es son era eran ser sea sean soy somos eres estar esta estan estaba estaban estoy este esten haber hay habra haya habia tener tengo tiene tienen teneis tenemos tienes tenian tenia tenga tengan tendra tendran tendreis tienes
    querer quiero queria querria quisiera quiere gustaria gusta poder puedo puede pueden podria podrian podeis puedes pueda deber debo debe deberia hacer hago hace hacen haria hecho hecha hechos hechas hacia haces va van voy vais vas vaya ir
    saber se sabe sabeis saben sabes decir dice diga digame dime decirme dicen decis explica ver veo busco buscar buscando encuentro encontrar encontrarlo necesito necesita necesitamos falta faltan hacen interesa interesan preguntar confirmar confirma ayuda ayudar
    comprar compro compre comprado compramos vende venden vendeis vendes vender vendido pedir pido pedi pedido encargar traer trae traen llega llegan llegado llegaron entra entran quedar queda quedan quedo quedaba sigue siguen vuelve vuelven volver
    volvera volvereis reponer repone reponen reponeis repondran repondreis dispone disponen disponeis disponible disponibles disponibilidad agotado agotada agotados agotadas existencias existe surtido catalogo stock manejan maneja
    cuesta cuestan costar costara costaria costarian vale valen precio precios sale salen estan oferta ofertas rebaja rebajado rebajada rebajados rebajadas descuento promocion barato barata baratos baratas caro cara caros caras euro euros dinero
    tienda tiendas web pagina super supermercado producto productos articulo articulos cosa cosas tipo tipos clase clases marca marcas tamano etiqueta ficha
    contiene contienen contener contenga lleva llevan llevar lleve lleven incluye incluyen ingrediente ingredientes composicion alergeno alergenos alergia alergias alergico alergica alergicos alergicas intolerante intolerantes intolerancia tolera tolero tolerar
    traza trazas rastro rastros informacion info datos lista dentro apto apta aptos aptas seguro segura seguros
    comer come como comen coma comerlo comerla tomar tomo toma tome beber alguien persona personas gente amigo amiga amigos invitados hijo hija hijos nino nina ninos bebe mujer marido madre padre abuela abuelo nieto nieta familia fiesta cena comida navidad nochebuena cumpleanos
    ha he han hemos acabado terminado apetece mandar mandais enviar enviais recibir reservar recoger pagar cobrar cobrais subido bajado creo pienso parece suele prefiero mirar mirando probar probado responder avisar avise conseguir consigo aparece aparecen cesta carrito pedido envio reparto domicilio formato envase origen procedencia fabricante seria posible idea
    vendiendo volveran cenar cene cenamos desayunar desayuno merendar almorzar almuerzo venir viene vienen podriais podrias podremos deme dame denme pongame ponme ponganme pongan aconseja aconsejas aconsejan recomienda recomiendas recomiendan llamo senor senora uno dos tres cuatro cinco seis siete ocho nueve diez doce
    tal tales hoy manana ahora momento ayer luego pronto semana semanas mes meses hora horas ano anos minuto minutos rato tiempo lunes martes miercoles jueves viernes sabado domingo vez veces
    kilo kilos kg gramo gramos litro litros paquete paquetes bote botes botella botellas caja cajas bolsa bolsas bandeja bandejas tableta tabletas pieza piezas unidad unidades docena media medio cuarto tarro tarros lata latas brick
    mismo misma mismos mismas normal normales nuevo nueva nuevos grande grandes pequeno pequena buen bueno buena mejor mejores calidad siempre nunca parte cambio sobre cerca mayor etcetera`),
};

/** What is said of cooking and serving anything. Beside them in a question about stock, "roast" is a kind of chicken. */
const cooking: Record<Language, ReadonlySet<string>> = {
  en: words(`
    cook cooks cooking cooked prepare prepares preparing serve serves serving season seasoning dress dressing bake baking roast roasting fry frying grill grilling boil boiling steam steaming simmer poach soak soaking
    rinse wash peel peeling cut slice chop clean cleaning open opening defrost defrosting thaw thawing heat warm reheat toast melt recipe recipes idea ideas advice tip tips way ways temperature degrees heat long
    oven pan grill fryer airfryer air microwave pot water salt oil pepper spice spices herb herbs side fridge freezer taste flavour flavor
    last lasts freeze freezes freezing refreeze store storing stored opened shelf life date
    stop keep keeps put add turn turns stays pair pairs goes accompany done ready start properly easily easy quickly simple perfect`),
  es: words(`
    dura duran aguanta aguantan conservar conservo conserva conservan guardar guardo guarda congelar congelarse congelo congela congelan caduca caducan abierto abierta abiertos abiertas fecha
    cocinar cocino cocina cocinan cocinarlo preparar preparo prepara preparan servir sirvo sirve sirven sazonar sazono sazona alinar alino alina hornear horneo asar aso asa asan freir frien plancha cocer cuezo cuece cuecen hervir hiervo
    vapor remojo remojar lavar lavo pelar pelo cortar corto limpiar limpio abrir abro descongelar descongelo descongela descongelan descongelarse descongelarlo calentar caliento tostar tuesto fundir receta recetas idea ideas consejo consejos truco trucos forma manera temperatura grados fuego
    horno sarten parrilla freidora aire microondas olla agua sal aceite pimienta especia especias hierba hierbas guarnicion nevera frigorifico congelador dura sabor
    pongo pone poner ponen echo echar echa anado anadir combina combinan acompano acompanar acompana punto listo listos facil rapido rapida perfecto tarda tardan tardar deja dejar dejo dejan sacar saco salga salgan quede queden`),
};

/** What is said of a product without making it another ("is the hummus vegan?"), and makes it another kind where it stands at its name ("vegan mayonnaise"). */
const qualities = words(`
  fresh freshly ripe raw vegan vegans vegetarian vegetarians coeliac coeliacs celiac celiacs diabetic diabetics pregnant halal kosher organic healthy spicy sweet salty free
  hot cold dry tough soft crisp crispy moist juicy tender sticky bitter tasty
  fresco fresca frescos frescas maduro madura maduros maduras crudo cruda vegano vegana veganos veganas vegetariano vegetariana vegetarianos vegetarianas celiaco celiaca celiacos celiacas diabetico diabetica diabeticos embarazada embarazadas halal
  dulces picantes salados saladas amargos amargas ecologico ecologica ecologicos ecologicas sano sana saludable picante dulce salado salada
  caliente frio fria secos seco seca duro blando tierno jugoso jugosa crujiente crujientes pegado pegada amargo rico rica ricas`);

/** What may be asked to be in something; goods by themselves too, some of them. */
const contents = words(`
  gluten lactose sugar calories fat protein fibre preservatives additives colouring colourings dairy nut nuts sulphites sulfites sauce sauces
  peanut peanuts soy soya egg eggs milk fish shellfish crustaceans sesame mustard celery lupin wheat
  lactosa azucar calorias grasa proteina proteinas fibra frutos conservantes aditivos colorantes lacteos sulfitos salsa salsas
  nuez nueces cacahuete cacahuetes soja huevo huevos leche pescado marisco crustaceos sesamo mostaza apio altramuces trigo`);

/** Who goods are made for: "baby milk", "leche para bebé" are another kind. */
const madeFor = words("baby babies child children kid kids toddler toddlers bebe bebes nino nina ninos ninas");

/** Beside a thing's name in English these make another of it: "yoghurt drink", "chicken pieces". */
const madeInto = words("drink drinks meal meals lunch lunches dinner dinners breakfast breakfasts piece pieces");
/** What keeps goods keeps another kind of them: "salmón en lata", "chickpeas in a jar". */
const keptIn = words("lata latas bote botes tarro tarros brick sobre sobres jar jars can cans tin tins carton cartons");

export type QuestionTopic = "allergens" | "stock" | "cooking-advice";

/** Whether a word only builds the question; how something is cooked is said with words that make goods another kind elsewhere. */
export function buildsQuestion(word: string, topic: QuestionTopic, language: Language): boolean {
  return building[language].has(word) || (topic === "cooking-advice" && cooking[language].has(word));
}

/** Whether a word that does not stand at a product's name may be said of it without making it another. */
export const saysOfIt = (word: string): boolean => qualities.has(word) || contents.has(word);
export const isQuality = (word: string): boolean => qualities.has(word);
export const isMadeFor = (word: string): boolean => madeFor.has(word);
export const isMadeInto = (word: string): boolean => madeInto.has(word);
export const isKeptIn = (word: string): boolean => keptIn.has(word);
