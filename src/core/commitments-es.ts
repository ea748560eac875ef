/** Deeds that are done with the words themselves, or that tell how one feels and thinks: after "le" they commit to nothing. Beginnings of verbs. */
const saidAndDone = "pid|ped|agradec|agradezc|entiend|comprend|dig|cuent|explic|rueg|recomiend|recomend|sugier|suger|aconsej|dese|recuerd|pregunt|cre[oe]|ve[oa]|vem|escuch|le[oe]|propon|ofre[zc]|doy (?:la razon|las? gracias|toda la razon)|damos (?:la razon|las? gracias)|sient|lament|habl|necesit|llam(?:o|amos) (?:de|desde|por|para)|escrib(?:o|imos) (?:desde|para|de)|us(?:o|amos)\\b|dej(?:o|amos) (?:aqui|asi)|hizo|dijo|puso|vino|tuvo|quiso|pudo|supo|trajo|dio|salud|felicit|conoz|consider|espero|esperamos|sabemos|teng|(?:mir|revis|busc|compr(?:ueb|ob))\\w+ (?:(?:yo|ya|mismo) )*ahora(?: mismo)?$|debe|puedo|podemos|quier|quer|paso con|gust";
/** News of how things stand, unless a time says that they come later. */
const news = "confirm|avis|inform|indic|detall";
const laterOn = String.raw`manana|tarde\b|noche\b|lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|en cuanto|cuando|antes de|luego|enseguida|hoy|a las \d|un rato|minuto|hora\b|horas\b|dias?\b|por (?:correo|telefono|escrito)`;

/** A clause, in small letters without accents but for futures, that commits whoever says it to something still to be done for the customer. */
const commits: readonly RegExp[] = [
  // "Le mando otra botella", "se lo llevo", "le subimos la compra".
  new RegExp(String.raw`\b(?:l[eo]s?|las?|te|os|se l[oa]s?) (?!(?:${saidAndDone}|${news})|\w+(?:ado|ido|isto|echo|icho|ierto|uelto)\b)(?:[a-z]{2,}o|[a-z]+[aei]mos|doy|doy [a-z]+)\b`),
  new RegExp(String.raw`\b(?:l[eo]s?|te|os|se l[oa]s?) (?:${news})(?:o|amos)\b(?=.*(?:${laterOn}))`),
  // "Retiro ahora mismo el cargo", "hoy pedimos otra": a deed with its time.
  new RegExp(String.raw`(?:^|\b(?:hoy|ahora|manana|ya|mismo|yo|tarde|noche) )(?!(?:${saidAndDone}|${news}|como|cuando|cuanto|todo|solo|pero|luego|primero|pedido|dinero|abr|cerr|trabaj|repart|vend|ten|hace|est|som|hemos|mir|comp?r(?:ueb|ob)|revis|busc)\w*)(?:\w{3,}o|\w+[aei]mos) (?:ahora|ya|hoy|manana|mismo|el|la|los|las|su|sus|tu|tus|otr[oa]s?|una?)\b(?<=\b(?:hoy|ahora|manana|ya|esta tarde|esta noche)\b.*)`),
  // "Llamaré", "haremos", with the accent that tells a future from a past.
  /(?<!\p{L})(?!(?:seré|estaré encantad|estaremos encantad|necesitar|podré|podremos|diré la verdad|querr|tendré que|tendremos que|intentar|procurar))\p{L}+(?:[aei]ré|dré|rré|[aei]remos|dremos|rremos)(?!\p{L})/u,
  /\b(?:voy a|vamos a) (?!(?:ser (?:sincer|clar)|necesit|pedir|tener que|explicar|preguntar|intentar|ver\b))[a-z]+r(?:[mts]e|l[eoa]s?|nos|sel[oa]s?)*\b/,
  // What one takes upon oneself.
  /\b(?:me comprometo|nos comprometemos|me (?:ocupo|encargo|hago cargo)|(?:le|te) (?:digo|cuento) (?:algo|en cuanto|luego)|nos (?:ocupamos|encargamos)|(?:tiene|tienes) (?:usted )?(?:mi|nuestra) palabra|(?:le|te) (?:doy|damos) (?:mi|nuestra) palabra|(?:le|te|se lo) (?:prometo|prometemos|aseguro|garantizo|garantizamos)|cuente con (?:ello|el|eso)|del[oa] por hecho|noticias (?:mias|nuestras)|en mis manos|(?:corre|va|queda) de (?:mi|nuestra) cuenta|(?:yo|ya) (?:mism[oa] )?(?:se lo|le) [a-z]+o)\b/,
  /\b(?:sigo|seguimos|me quedo|nos quedamos|estoy|estamos) .*\bhasta que\b/,
];

const saysNo = /\b(?:no|nunca|jamas|tampoco|nadie|ni|sin poder|imposible)\b/;
const past = /\b(?:ayer|anoche|anteayer|pasad[oa]|hace (?:un|una|dos|tres|unos|unas|\d)|ya l[eo]s? \w+(?:amos|imos))\b(?! manana)/;
/** A "no" that takes nothing back. */
const harmlessNo = /\bno (?:se preocupe|te preocupes|sufra|tenga (?:pena|cuidado)|mas tarde|solo|tendr\S* que|hace falta)\b|\bsi no\b|\bsin falta\b/g;

/** Things that are promised by their kind: what holds for any of them is a rule of the house. */
const things = "reembolsos?|devoluci(?:on|ones)|abonos?|pedidos?|envios?|paquetes?|entregas?|pagos?|tarjetas?|productos?|facturas?|puntos|compras?|tickets?|cambios?|recogidas?";
const general = new RegExp(String.raw`^lo que (?:no )?(?:sea|haya|llegue|venga)\b|^(?:(?:un|una|cada|todo|toda|todos los|todas las|cualquier|los|las|nuestros|nuestras|algunos|algunas) )?(?:${things})\b|\b(?:normalmente|habitualmente|por lo general|en general|suele[n]?|siempre que|cada vez)\b`);
/** Who says "if" of what comes to the customer tells how things go. */
const conditional = /\b(?:puede|puedes|si|siempre que|cuando|tras|despues de|una vez|al) (?!no\b)/;

/** What is done if the customer wishes it is offered. */
const offered = /\b(?:si (?:lo )?(?:prefiere|prefieres|quiere|quieres|desea|necesita|gusta)|(?:digame|dime|digamelo) (?:que|si|y))\b/;
/** A deed of mine is one, even where the sentence begins with a kind of thing: "los puntos se los pongo mañana". */
const mine = /\b(?:les?|se l[oa]s?) (?!\w+ado\b)\w+o\b/;

/** What will come or happen to the customer: a future of anybody, or a present with a time ahead. */
const happens = /(?<!\p{L})\p{L}+(?:rá|rán)(?!\p{L})|(?<!\p{L})(?:recibirás|tendrás)(?!\p{L})/u;
const mustOrMay = /(?<!\p{L})(?:tendr(?:á|ás) que|deber|podr|habrá que|verá|sabrá|querrá|encontrar(?:á|ás)|necesitar|quizá|será (?:necesario|mejor|un placer)|hará falta)/u;
const ahead = String.raw`(?:hoy|manana|pasado manana|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia)|est[ae] (?:tarde|noche|semana|mismo|misma)|antes|en (?:un rato|una hora|media hora|\d)|entre las|a las|dentro de|para el|sin falta|a primera hora|ya mismo)`;
const comesAhead = new RegExp(String.raw`\b(?:llega|llegan|sale|salen|pasa|pasan|viene|vienen|recibe|vuelve|l[eo]s? (?:llama|llaman|escribe|escriben)|queda (?:la entrega|para)|l[oa]s? tiene)\b.{0,24}\b${ahead}|\b${ahead}\b.{0,24}\b(?:llega|llegan|sale|salen|pasa|pasan|viene|vienen|recibe|vuelve|l[eo]s? (?:llama|llaman|escribe|escriben)|l[oa]s? tiene)\b|\bnueva fecha\b.{0,20}\d`);

/** Whether a Spanish sentence commits the shop to something still to be done for this customer. */
export function commitsEs(sentence: string): boolean {
  const lower = sentence.toLowerCase().normalize("NFC").replaceAll(/\s+/g, " ").trim();
  const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");
  if (offered.test(plain(lower)) || (general.test(plain(lower)) && !mine.test(plain(lower)))) return false;
  const isRule = general.test(plain(lower));
  const depends = conditional.test(plain(lower));
  return lower.split(/[,;:]| (?:y|pero|aunque|porque) /).some((part) => {
    const clause = part.replaceAll(harmlessNo, " ").replace(/[.!]+$/, "").trim();
    // "Dejó" is past and somebody else's, "dejo" is what I do.
    const folded = plain(clause.replaceAll(/ó(?!\p{L})/gu, "0"));
    if (saysNo.test(folded) || past.test(folded)) return false;
    if (commits.some((pattern) => pattern.test(pattern.unicode ? clause : folded))) return true;
    return !isRule && !depends && ((happens.test(clause) && !mustOrMay.test(clause)) || comesAhead.test(folded));
  });
}
