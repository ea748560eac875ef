import type { Language } from "../../core/turn.ts";
import { cueFinder } from "./cues.ts";

/** Words that vouch for what follows or went before. Those that end in "que" or "that" say a clause. */
export const guarantees: Record<Language, ReturnType<typeof cueFinder>> = {
  es: cueFinder([
    "se|te|os lo prometo|prometemos|garantizo|garantizamos|aseguro|aseguramos|juro|juramos", "le|les|te|os prometo|prometemos|garantizo|garantizamos|aseguro|aseguramos|juro|juramos al? 100%|cien? por? cien? que?",
    "prometo|prometemos|garantizo|garantizamos que?", "con total|toda seguridad|certeza|garantia", "sin ninguna? duda", "tiene|tienes usted? mi palabra de? que?", "le|te doy|damos mi|nuestra? palabra de? que?", "palabra de honor", "seguro|fijo que", "esta|es hecho seguro",
    "puede|puedes usted? estar usted? completamente|totalmente|absolutamente? seguro|segura|tranquilo|tranquila de? que", "este|quede|quedese|estate usted? completamente|totalmente? tranquilo|tranquila|seguro|segura de? que|pues", "no tenga|tengas la? menor|ninguna duda de? que", "no le|te quepa duda de? que?", "se|te lo digo yo",
    "sin falta", "si o si", "pase lo que pase", "al 100%", "al 100 %", "100% seguro|segura|garantizado", "100 % seguro|segura|garantizado", "cien por cien seguro|segura|garantizado", "al cien por cien", "delo|dalo por hecho|seguro", "cuente|cuenta con ello", "me comprometo a? que?", "nos comprometemos a? que?",
  ]),
  en: cueFinder([
    "i|we will? can? personally? promise|guarantee|swear|assure you? that|it|this?", "i'll|we'll personally? promise|guarantee|assure you? that|it|this?", "you have my|our word that|on? it?", "there is|there's no doubt that?",
    "you can be|rest completely|absolutely|totally|perfectly|quite? sure|certain|confident|assured that?", "trust|believe me on? that?", "you can bet that?", "bet on it", "that's|that is a promise",
    "without fail", "no matter what", "whatever happens", "mark my words", "for sure", "definitely", "100% sure|certain|guaranteed", "one|a hundred percent sure|certain|guaranteed", "100 % sure|certain|guaranteed", "guaranteed", "absolutely certain", "rest assured that?", "count on it|that", "consider it done", "no doubt about it", "come what may", "i|we give you my|our personal? word|guarantee|promise that?",
  ]),
};
/** One word that guarantees only when it stands apart: "Mañana lo tiene, seguro", not "el pago es seguro". */
export const apart: Record<Language, RegExp> = {
  es: /(?:(?<=(?:^|[,;])\s{0,3})(?:seguro|fijo|garantizado|prometido|palabra|100 ?%)|(?<=(?<!\p{L})(?:tiene|tienes|tendra|llega|llegara|recibe|recibira)(?: \p{L}{1,12}){0,3} )seguro)(?=\s*(?:[.,;!]|$))/gu,
  en: /(?<=[,;]\s{0,3})(?:promise|certain|100 ?%)(?=\s*(?:[.,;!]|$))/gu,
};
/** "It will definitely come" vouches for what others do; "we'll definitely look" is zeal, "definitely a pleasure" neither. */
export const definite = { before: /(?<!(?<!\p{L})(?:i|we))(?:'ll| will| is going to) (?:most )?$/u, after: /^ (?:comes|arrives|leaves|gets|goes|works)(?!\p{L})/u };

const sum = "(?:[€$£]|(?:\\d|diez|veinte|cinco|treinta|cincuenta|cien|ten|twenty|five|fifty|thirty|hundred)\\s?(?:euros?|eur|pounds?|dollars?|quid|%|por ciento|per ?cent))";
const moneyEs = `(?:${sum}|dinero|importe|la mitad|lo pagado|todo lo que pago|(?:ultimo|cada) (?:centimo|euro)|saldo|descuento|reembolso|abono|vale de|cupon|gratis|sin coste|sin cargo|compensacion)`;
const moneyEn = `(?:${sum}|refund(?! (?:team|form|request|policy|status))|money|every (?:penny|cent|pound|euro)|discount|voucher|coupon|gift card|for free|free of charge|compensation|store credit)`;
const near = "[^\\n]{0,60}?";
const chargeEs = "(?:cargo|cobro|recargo|importe|gastos|pago|cuota|tasa|penalizacion)";
const chargeEn = "(?:charges?|fees?|payment|bill|costs?|penalty|postage|shipping)";
/** Somebody of the shop gives money, or waives it, now or later. What was given already is told, not promised. */
export const givesMoney: Record<Language, RegExp> = {
  es: new RegExp(`(?<!\\p{L})(?:(?:le|les|te|os|se lo|te lo) (?:(?:reembols|reintegr|indemniz|compens|abon)(?:o|amos|are|aremos)(?!\\p{L})|(?:voy|vamos) a (?:reembolsar|reintegrar|indemnizar|compensar|abonar)|(?:devuelvo|devolvemos|devolvere|devolveremos|regalo|regalamos|regalare|regalaremos|pago|pagamos|pagare|pagaremos|ingreso|ingresamos|ingresaremos|doy|damos|dare|daremos|hago|hacemos|hare|haremos|descuento|descontamos|descontare|descontaremos|pongo|ponemos|pondre|pondremos|sumo|sumamos|anado|anadimos|apunto|apuntamos|rebajo|rebajamos|(?:voy|vamos) a (?:devolver|regalar|pagar|ingresar|dar|hacer|descontar|poner|sumar|anadir))(?!\\p{L})${near}${moneyEs}|(?:envio|enviamos|enviaremos|mando|mandamos|mandaremos)(?!\\p{L})${near}(?:dinero|reembolso|vale de|cupon|gratis|sin coste|sin cargo)|(?:anul|cancel|quit|retir|perdon|condon)(?:o|amos|are|aremos)(?!\\p{L})${near}${chargeEs}|regal(?:o|amos|are|aremos)|sale(?:ra)? gratis)|(?:voy|vamos) a (?:reembolsar|reintegrar|indemnizar|compensar|abonar|devolver)(?:le|te|les|os)(?!\\p{L})|(?:va|vas) a recibir${near}${moneyEs}|(?:recibira|recibiras|tendra|tendras) (?:(?:el|un|su|tu) )?${moneyEs}|(?:de|por) (?:nuestra cuenta|cuenta nuestra|cuenta de la (?:casa|tienda))|invita la casa|(?:pagamos|asumimos) nosotros|no (?:le|te|les) (?:(?:vamos|voy) a cobrar|cobramos|cobro|cobraremos|cobrare|costara|va a costar)|no (?:va a pagar|pagara|vas a pagar|pagaras|tendra que pagar|tendras que pagar) (?:nada|ni))(?!\\p{L})`, "gu"),
  en: new RegExp(`(?<![\\p{L}])(?:(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'m| am|'re| are) (?:(?:now|also|gladly|happily|immediately) )?(?:(?:refund|reimburs|compensat|waiv)(?:e|ing)?(?![\\p{L}])|(?:giv|offer|pay|transfer|return|credit|put|putt|add|load|knock|deduct)(?:e|ing)?(?![\\p{L}])${near}${moneyEn}|send(?:ing)?(?![\\p{L}])${near}(?:voucher|coupon|gift card|money|refund(?! (?:team|form|request|policy|status))|free of charge|for free)|(?:cancel|drop|remov|revers|wip|tak)(?:l?ing|p?ing|e)?(?: off)? (?:the|that|this|your) (?:\\p{L}+ )?${chargeEn})|you(?:'ll| will) (?:be (?:refunded|reimbursed|compensated)|(?:get|receive|have|see)${near}${moneyEn})|(?:is|are|'s|be) (?:on (?:us|the house)|at our (?:own )?expense)|(?:i|we) (?:won't|will not) charge you (?:anything|a (?:penny|cent|thing)|for)|you (?:won't|will not) (?:have to )?(?:pay|be charged|owe) (?:us )?(?:a (?:penny|cent|thing)|anything|for (?:it|this|that))|it (?:won't|will not) cost you)(?!\\p{L})`, "gu"),
};
const whenEs = "(?:hoy|manana|esta (?:tarde|noche|semana)|lunes|martes|miercoles|jueves|viernes|sabado|domingo|el dia \\d|el \\d{1,2} de|en \\S+ (?:minutos|horas|dias)|en (?:una?|media) (?:hora|dia|semana)|en un rato|a primera hora|a las \\d)";
const whenEn = "(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:in|within) \\S+ (?:minutes?|hours?|days?|weeks?)|(?:in|within) (?:half )?an hour|within the hour|first thing|by noon|\\d ?(?:am|pm|o'clock))";
export const time: Record<Language, RegExp> = { es: new RegExp(`(?<!\\p{L})${whenEs}(?!\\p{L})`, "u"), en: new RegExp(`(?<!\\p{L})${whenEn}(?!\\p{L})`, "u") };
/** The parcel in the customer's hands, or the matter settled. "Sale mañana" and "llega mañana" read the screen aloud. */
export const inTheirHands: Record<Language, RegExp> = {
  es: /(?<!\p{L})(?:(?:lo|la|los|las) (?:tiene|tienes|tendra|tendras|recibe|recibes|recibira|recibiras|va a tener|va a recibir|vas a tener|vas a recibir)|(?:tiene|tienes|tendra|tendras) (?:el|la|al|su|tu) \p{L}{1,20} en (?:su|tu|la)? ?(?:puerta|casa|mano|mesa|domicilio)|(?:le|te) llega(?:ra)?n?(?! (?:un|una|otro|otra)\b)|llegaran?|(?:va|vas) a (?:tenerlo|recibirlo)|estaran? en (?:su|tu) casa|(?:queda|quedara|estara|esta) (?:todo )?(?:resuelt|solucionad|arreglad)[oa])(?!\p{L})/u,
  en: /(?<![\p{L}])(?:(?:it|they|this|that|everything|(?:your|the) (?:order|parcel|package|delivery|purchase|item|items|refund|money|problem|issue|driver|courier|rider|van))(?:'ll| will)(?: all)? (?:be (?:there|with you|delivered|home|in|on|at|sorted|fixed|resolved|solved)|arrive|come|reach you|get to you)|you(?:'ll| will) (?:have|get|receive) (?:it|them|(?:your|the) (?:order|parcel|package|delivery|purchase|item|items)))(?![\p{L}])/u,
};
