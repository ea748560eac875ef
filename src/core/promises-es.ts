/** Deeds of value: what touches a customer's money, goods, contract or time. What stands before the ending of each verb, with the ways its vowel changes. */
const ar = (
  "reembols reintegr pag abon descont descuent cobr factur entreg mand env[ií] reenv[ií] despach acerc reemplaz cambi canje reserv apart guard anul cancel modific renov renuev ampl[ií] prorrog adelant aplaz reprogram tramit gestion proces "
  + "aplic quit retir elimin regal obsequi rebaj baj igual autoriz aprob aprueb activ reactiv restaur instal desbloque bloque compens indemniz premi compr repar prepar empaquet asign acomod perdon condon invit sum ingres bonific carg liber traspas contrat ech prest repart sac duplic dobl congel acept paus retras borr alarg acort d(?!é|e(?!\\p{L}))"
).split(" ");
const ir = "devolv devuelv repon repong vend ofrec ofrezc pon pong met traig tra recog recoj restablec restablezc acog conced exped expid emit sustitu sustituy reduc reduzc asum cubr exim a[ñn]ad sub transfer transfier transfir ced suspend".split(" ");
/** Forms the endings below do not make. */
const odd = { first: "doy di dimos repondr[eé](?:mos)? pondr[eé](?:mos)? repuse puse pusimos traje trajimos", other: "pondrá pondrán repondrá repondrán", done: "devuelt repuest puest cubiert tra[ií]d" };

const oneOf = (words: readonly string[]): string => `(?:${words.join("|")})`;
/** What a stem's last letter becomes before e: "pagué", "aplique", "comience". */
const spelt = (stem: string): string => stem.replace(/g$/, "gu?").replace(/c$/, "(?:c|qu)").replace(/z$/, "[zc]");
const list = (words: string): string => words.replaceAll(" ", "|");
/** "Le" belongs to whom it is done; "me" and "nos" make it the customer's deed, towards us. */
const to = String.raw`(?:(?:se )?l[eoa]s?|se|te)`;
const soon = String.raw`(?:(?:ya|ahora|mismo|también|tambien|hoy|yo|aquí|entonces|todo|usted|volver a|${to}) )*`;
const end = String.raw`(?![\p{L}])`;
const start = String.raw`(?<![\p{L}])`;
type Forms = { present: string; first: string; other: string; wished: string; whole: string; going: string; done: string };
const formsOf = (a: string, e: string, odd: { first: string; other: string; done: string }): Forms => ({
  present: `(?:${a}o|${e}o)${end}`,
  first: `(?:${a}(?:amos|é|ar[eé](?:mos)?|aríamos|aría)|${e}(?:[ei]mos|í|[ei]r[eé](?:mos)?|[ei]ríamos|[ei]ría)|${list(odd.first)})${end}`,
  other: `(?:${a}(?:an?|arán?)|${e}(?:en?|[ei]rán?)|${list(odd.other)})${end}`,
  wished: `(?:${a}(?:e|emos|en)|${e}(?:a|amos|an))${end}`,
  whole: `(?:(?:${a}ar|${e}[eií]r)(?:me)?(?:l[eoa]s?|sel[oa]s?|te)?)${end}`,
  going: `(?:(?:${a}ando|${e}(?:i|y)?endo)(?:l[eoa]s?|sel[oa]s?)?)${end}`,
  done: `(?:(?:${a}ad|${e}id|${list(odd.done)})[oa]s?)${end}`,
});
const helper = String.raw`(?:voy|vamos|iré|iremos|puedo|podemos|podríamos|acabo|acabamos|quiero|queremos|intento|intentaré|permítame|permitame|déjeme|dejeme|gustaría|encantad[oa]|gusto|vuelvo|volvemos|vuelto|procedo|procedemos|podré|podremos|(?:han|hemos|ha) (?:aceptado|acordado)|aceptan)(?: usted)?(?: a| de| en)?`;
const ours = String.raw`(?:repartidor|compañer[oa]s?|equipo|mensajer[oa]|técnic[oa]|tienda|banco|almacén|sistema|conductor|transportista|alguien|departamento|supervisor[ae]?|jef[ea]|encargad[oa])s?`;

/** What a deed done with words is done to: "le doy la razón", "le envío un enlace", "le pongo en contacto". */
const onlyWords = /^ (?:(?:que|a \p{L}+ que|cuenta|parte|vueltas|por hecho) |(?:cuenta|parte)$|(?:[^ ]+ ){0,3}?(?:a nosotros|gracias|razón|notas?|comentarios?|casos?|incidencias?|quejas?|reclamaci[oó]n(?:es)?|solicitud(?:es)?|mensajes?|correos?|e-?mails?|info|información|detalles?(?! en)|fotos?|enlaces?|formularios?|preguntas?|dudas?|consultas?|respuestas?|novedad(?:es)?|disculpas?|perdón|sugerencias?|palabras?|llamadas?|consejos?|ayuda|apoyo|mano|vistazo|momento|unos minutos|hablar|saber|ver|averiguar|localizar|contactar|rato|pasos?|atención|contacto|corriente|cuenta de|lugar|situación|piel|abrazo|saludos?|ánimos?|pésame|enhorabuena|seguimiento|prioridad|opciones|alternativas?|explicaci[oó]n(?:es)?|responsabilidad|culpa|tiempo|trato|supervisor[ae]?|responsable|hoja)(?![\p{L}]))/u;

/** What is asked, wondered at or regretted, up to the next "y". */
const unsaid = /(?<![\p{L}])(?:por qué|cómo|qué|cuál|quién|dónde|cuándo|cuando|siento|sentimos|lament\p{L}+|disculp\p{L}+|perdón|veo que|entiendo|antes de|para que no|en vez de|al) /u;
/** What may not be or cannot be, to the end of its clause. */
const unreal = /(?<![\p{L}])(?:si|que (?:quer|nos gust)\p{L}+|(?:no|tampoco|ni|nunca) (?:\p{L}+ )?(?:pued[oe]n?|podemos|podr\p{L}+|es posible|somos capaces|quiero|queremos)|imposible) /u;
const denied = /(?<![\p{L}])(?:no|nunca|ni|tampoco|jamás|sin)(?: \p{L}+){0,4} $/u;
/** To refuse to do these is a deed as well. */
const sparing = /^(?:cobr|carg|factur|anul|cancel|descont|descuent|bloque|(?:no )?(?:contiene|llevan? |queda|hay|tenemos|está)|apt|segur)/;
const customers = /(?<![\p{L}])(?:nos|me|usted|puede|podrá|cliente|clientes)(?: (?:he|hemos|ha|han|va a|ya|lo|la|los|las|se))* $/u;

type Pattern = { reads: RegExp; offers?: true };
const pattern = (source: string, offers?: true): Pattern => ({ reads: new RegExp(source, "gu"), ...(offers && { offers }) });
/** How a deed stands in its clause: the first group, the last thing read, is the verb. Those that offer do so in a question too. */
const standing = ({ present, first, other, wished, whole, going, done }: Forms): Pattern[] => [
  pattern(String.raw`(?:^|${start}(?:${to}|yo|ya|y|e|ahora|mismo|también|tambien|no|hoy|entonces) )${soon}(${present})(?! de${end})`, true),
  pattern(`${start}(${first})`, true),
  pattern(`${start}${helper} ${soon}(${whole})`, true),
  pattern(`${start}(?:quiere|prefiere|desea|parece|pedido|pido|haré|dicho|gustaría|permite|conseguido|encargo de|asegur\\p{L}+ de|procuro) (?:\\p{L}+ ){0,4}?que (?:no )?${soon}(${wished})`, true),
  pattern(`${start}(?:he|hemos|habré|habremos) (?:[^,]* y )?${soon}(${done})`),
  pattern(`${start}(?:estoy|estamos|están?|estaré|estaremos|sigo|seguimos|vamos|voy) ${soon}(${going})`),
  pattern(`(?:^|${start}${to}|${start}no) (?:le )?(?:van? a (${whole}))`), pattern(`${start}(?:les?|se l[oa]s?) (?:está |están )?(${other}|${going})`),
  pattern(`${start}(?:les?|se l[oa]s?) han? (?:sido )?(?!cobr)(${done})`), pattern(`${start}se (?:está|están) (${going})`), pattern(`${start}se han? (?!cobr|cancel|retir)(${done})`), pattern(`${start}(?=\\p{L}+rán?${end})(${other})`),
  pattern(`${start}${ours}(?: [^ ]+){0,3}? (?:(?:van? a|puede[n]?) (?=${whole})|están? |han? (?=${soon}${done}))?${soon}(${other}|${whole}|${going}|(?<=han? )${done})`),
  pattern(`${start}(?:quedan?|quedará[n]?|están?|estarán?|sido|serán?|dad[oa]s? por|tiene|tienen) ${soon}(${done})`), pattern(`^(?:hecho |listo |ya |todo |y |pedido |cargo |cobro )*(${done})(?=$| (?:el|la|su|los|las|ya|ahora|todo)${end})`),
];
const deeds = standing(formsOf(oneOf(ar.map(spelt)), oneOf(ir), odd));
/** Verbs that do anything to anything: what they do is of value only where its object, after or before them, is. */
const light = standing(formsOf(oneOf("lanz cerr cierr par(?!a(?!\\p{L})) arregl cort levant mejor habilit facilit ajust organiz".split(" ").map(spelt)), oneOf("abr ped pid consegu consig deten deteng corrig correg hac".split(" ")), { first: "hag[o] har[eé](?:mos)? hice hicimos", other: "hará harán", done: "abiert hech" }));
const ofValue = new RegExp(String.raw`${start}(?:pagos?|contratos?|recibos?|plan|planes|citas?|reservas?|plazas?|asientos?|piezas?|recambios?|suscripción|domiciliación|cuotas?|tarifas?|dinero|devoluci[oó]n(?:es)?|reembolsos?|abonos?|comisi[oó]n(?:es)?|cargos?|cobros?|descuentos?|precios?|saldo|puntos|envíos?|entregas?|(?:el|su|un|otro|nuevo|mismo) pedidos?|paquetes?|vuelos?|habitaci[oó]n(?:es)?|fianza|recogidas?|indemnización|penalización|vale|vales|hueco)${end}`, "u");

/** What comes to the customer by itself, what the shelf or the label says, and words that stake something. */
const comes = pattern(`${start}(?:${[
  String.raw`llega(?:n|rá|rán)?${end}(?! a (?:quien|la persona|las personas|mis|los))|sale[n]? (?:ya|hoy|ahora|esta|este|mañana|el|a|de nuestr|en)|saldrán?|salió (?:ya|hoy|ayer|esta)|vendrán?|vuelven? (?:el|la|los|las|hoy|esta|a su|a pasar)|volverán?|recibirán?|recibe (?:su|el|la|otr)|pasa(?:rá)? (?:el|la|un|una|por|hoy|mañana|a)|estarán? (?:en|con|list|ahí|allí|a su)|l[oa]s? (?:tiene|tendrá) |tendrá (?:su|el|la|otr|un|los|las|de vuelta)|viene (?:de camino|hoy|mañana|el|esta)`,
  String.raw`(?:corre|va|queda|está) de nuestra (?:cuenta|parte)|por nuestra cuenta|a cargo nuestro|invita la casa|de camino|en camino|en reparto|un[oa]? nuev[oa]|ya está (?:usted )?en (?:el|su|la) (?:vuelo|plan|tarifa|cuenta|tienda)|(?:otr[oa]|nuev[oa]) (?:botella|caja|unidad|envío|paquete) `,
  String.raw`(?:su|el|la|un|una|de) (?:dinero|reembolso|abono|compensación|vale|descuento|cupón|devolución|reposición|saldo)(?: le| se| ya| lo)* (?:está|va|sale|llega|queda|tiene|viene|vuelve|aparece|será|corre|lo)${end}`,
  String.raw`(?:qued\p{L}+|está) en pausa|ya tiene (?:de nuevo |otra vez )?(?:su|el|la|los|las|sus) (?:dinero|saldo|puntos|importe|reserva|plaza|asiento)s?|(?:va a|podrá) recuperar|recuperará|aparecerán?|no perderá|puede (?:usted )?qued[aá]r(?:se)?(?:l[oa]s?| con)|tiene (?:ya )?(?:derecho a|un cupo|un vale|un descuento|saldo|un saldo|un cupón|una? \p{L}+ gratis)|(?:no|nada) (?:tiene|tendrá|hay|va a tener) (?:nada )?que pagar|(?:no|sin) (?:paga|pagar|cuesta|costará|coste|cargo)|un céntimo|(?:qu[eé]des[eo]l[oa]s?|qu[eé]dese con)`,
  String.raw`(?:les?|se l[oa]s?) (?:(?:puedo|podemos) dejar a|llevo|llevamos|llevaré|llevaremos|llevan?|dejo a|dejamos a|dejo en|dejamos en) (?!(?:el|su) caso)|(?:voy|vamos|puedo|podemos) (?:a )?llev[aá]rse?l|nos hacemos cargo|me hago cargo de(?! (?:su|l[oa]) (?:enfado|que|situación))|no debe nada|(?:repartidor|técnico|mensajero|conductor)(?: \p{L}+)? (?:va|irá|vendrá|pasa|pasará|sale|vuelve|viene) |le (?:paso|pasamos|he pasado|hemos pasado|pasaremos) (?:a un|a una|al|a la) (?:asiento|vuelo|plan|tarifa|clase|contrato|primera)|cuente con (?:el|la|ello|que)|delo por|déj?elo por hecho|(?:tiene|doy) mi palabra|palabra de|sin falta|garantiz\p{L}+|prometo|prometemos|(?:le|te) aseguro que (?:le |lo |la |se )*\p{L}+|gratis|gratuit[oa]s?|de regalo|sin (?:ningún )?(?:coste|cargo|gasto)`,
  String.raw`(?:contiene|contienen)|(?:no )?(?:lleva|llevan) (?!(?:usted|esperando|un rato|\p{L}+ndo|mucho|tant|tiempo|toda|tod|un|una|días|horas|semanas|meses|años|razón|\[|dos|tres|cuatro|cinco|varios|varias|así|bien|el|la|los|su|sus|est[aoe]|eso|años)${end})(?=\p{L})|sin trazas|apt[oa]s? para|segur[oa]s? para|(?:queda|quedan|hay|tenemos) (?:[^.]{0,20})?(?:existencias|disponible|en stock|hoy|tienda)|no quedan? (?:en|hoy|más|ningun)|está[n]? (?:disponibles?|agotad[oa]s?|en stock)${end}`,
].join("|")})`);

const clauses = (text: string): string[] =>
  (text.match(/[^.!?;:¿¡]+[.!?;:]?/gu) ?? []).flatMap((sentence) => {
    const parts = sentence.split(/, ?| (?:pero|así que|asi que|mientras|en cuanto|aunque|porque|hasta que) | [-–—] /u);
    return parts.map((part) => part.replace(/[.!;:]$/u, "").trim() + (sentence.endsWith("?") && !part.endsWith("?") ? "?" : ""));
  });

/** Whether a Spanish sentence commits whoever says it, or the shop. @param lower in small letters, accents kept */
export function committingEs(lower: string): boolean {
  return clauses(lower.replaceAll(/[()"«»“”]/gu, " ")).some((clause) => [comes, ...deeds, ...(ofValue.test(clause) ? light : [])].filter(({ offers }) => offers || !clause.endsWith("?")).some((one) => [...clause.matchAll(one.reads)].some(({ 0: whole, 1: verb = whole, index }) => {
    const lead = clause.slice(0, index + whole.length - verb.length);
    if (unreal.test(lead) || unsaid.test(lead.slice(lead.lastIndexOf(" y ") + 1)) || customers.test(lead)) return false;
    return (!denied.test(lead) || sparing.test(verb)) && (one === comes || !onlyWords.test(clause.slice(index + whole.length)));
  })));
}
