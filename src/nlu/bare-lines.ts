import type { Entity } from "../core/understanding.ts";
import { wordSet } from "./words.ts";
import type { Word } from "./words.ts";

// Function words, assents and "I do not know" of both languages: said of anything, and so a wish for nothing in particular.
// Question words of place and time are left out: "¿dónde está?" and "when?" do ask something of a shop.
const saysNothing = wordSet(`
  el la lo los las un una unos unas y e o u ni que de del a al en con por para si no se sé ya pues es son esta este esto eso esa ese asi mas menos muy
  yo tu usted me te le les nos mi su nada algo todo todos alguno ninguno otra otro vez quiza quizas tambien tampoco aun solo claro vale ok okay oki okey bueno entonces luego
  sip nop nope tengo tiene quiero puedo puede hay ha he hace sea estoy soy era fue supongo creo sabe saber acuerdo recuerdo idea seguro segura exacto correcto cierto verdad igual aqui ahi alli mismo misma quien cual favor nunca siempre depende
  the a an and or of to in on at by with for from i i'm im it it's its that that's this these those he she we you they my your me is am are was be do does did don't dont doesn't didn't not
  yes yep yeah yup nah sure right well so then just only also too maybe perhaps think guess know knows dunno idk idea remember certain exactly correct true never always nothing something anything all any some what who which why as if but can can't could would will have has had got
  here there please again one ones same really either neither none`);

/** Nothing in this line tells what it is about; digits do not either. A line without words is one too. */
export function tellsNothing(words: Word[]): boolean {
  return words.every(({ folded }) => saysNothing.has(folded) || /^\d+$/.test(folded));
}

const besideNumber = wordSet(`
  el la los es son mi mis su de del con y a al por favor hola buenas gracias numero num n no nr ref referencia pedido pedidos orden compra envio paquete codigo postal cp c p va este
  the is it's its my and of to number id order orders parcel package purchase please hi hello thanks with for reference post code postcode zip this`);

/** The line is an order number or a postcode, or both, with at most what they are called: "el 1043", "order #1043", "cp 46001". */
export function isBareNumber(words: Word[], entities: Entity[]): boolean {
  return entities.length > 0
    && entities.every(({ kind }) => kind === "order" || kind === "postcode")
    && words.every(({ folded }) => besideNumber.has(folded) || entities.some(({ text }) => text === folded));
}
