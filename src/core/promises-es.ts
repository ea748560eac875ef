/** What a person may say they do, by the beginnings of the verb without accents: look, ask, understand, tell, stay. It moves no money and no goods. */
const harmless = new RegExp(`^(?:${[
  "mir", "comprueb", "comprob", "revis", "consult", "pregunt", "lee", "leo$", "lei", "veo$", "vemos$", "ver", "visto$", "entiend", "entend", "comprend", "sient", "sent", "lament", "pid", "ped(?:ir|im)", "agradec", "agradezc",
  "dig", "dec", "dir(?:e|emos)$", "dicho$", "cuent", "cont(?:a[rm]|e|ado)", "explic", "confirm", "escrib", "escrito$", "avis", "resum", "repit", "repet", "acompan", "escuch", "oig", "oim", "oido", "creo$", "creemos$", "sab", "sep", "teng", "ten(?:emos|ido)$", "quier", "quer", "quisier", "esper",
  "sig", "segu", "quedo$", "quedamos$", "quedar", "habl", "llam", "investig", "averigu", "busc", "encuentr", "anot", "apunt", "tomo$", "tomamos$", "tomad", "ocup", "encarg", "llevo$", "llevamos$", "abr", "abiert", "registr", "localiz", "reclam", "pas(?:o|amos|ado|ar)", "manteng", "coment", "imagin", "reconoc", "reconozc",
  "propon", "necesit", "pued", "pod(?:emos|er|ria)", "deb", "alegr", "atend", "atiend", "ayud", "orient", "prefier", "disculp", "salud", "conoc", "conozc", "somos$", "estamos$", "trabaj", "vuelvo$", "volv", "pens", "piens", "recuerd", "supon", "trat", "aclar", "intent", "acab", "reproch", "propong", "encantad", "sugier", "recomiend", "valor",
].join("|")})`);

/** Words that look like verbs of "yo" or "nosotros" and are none, where one of those may stand. */
const noVerb: ReadonlySet<string> = new Set((
  "como cuando cuanto todo solo pero luego primero segundo tercero bueno claro caso pedido cierto entendido mismo otro nuestro suyo nuevo tanto dentro cuatro ocho largo cargo medio mucho poco menos acuerdo correo extremos ambos ultimos ultimo proximo ocurrido sucedido pasado acordado prometido anterior "
  + "producto dinero articulo retraso enfado disgusto motivo almacen trastorno problema siento supuesto respecto desde asunto proceso transporte contrario momento hecho peor mejor debido dado visto hasta"
).split(" "));

const isPlain = (word: string): boolean => noVerb.has(word) || harmless.test(word);

/** Verbs of whoever speaks, where a pronoun, the beginning of a clause, a helping verb or the ending says that they are: the first group is the verb. */
const own = [
  /\b(?!me pongo (?:con|a) )(?:se l[oae]s?|me l[oae]s?|l[eoa]s?|te|os|me|nos) (\w{2,}o|\w+[aei]mos)\b/g,
  /(?:^|[.;:!?¡¿,(] ?|\b(?:y|e|pero|asi que|ahora|ya|tambien|entonces|yo|nosotros|mientras|aqui|hoy) )(?:no |ya |ahora |tambien |yo )*(\w{2,}o|\w+[aei]mos)(?= (?:ahora |ya |yo |hoy )?(?:el|la|los|las|su|sus|tu|tus|un|una|unos|unas|otr[oa]s?|est[aeo]s?|es[aeo]s?|todo|nosotros|\[))/g,
  /\b(?:voy a|vamos a|ire a|iremos a|puedo|podemos|podria|podriamos|acabo de|acabamos de|pienso|intento|intentamos|quiero|queremos|prefiero) (?:ya |no |tambien )?(\w+?[aei]r)(?:[mts]e|l[eoa]s?|nos|sel[oa]s?)*\b/g,
  /\b(?:he|hemos|habia|habiamos) (?:ya |tambien )?(\w+(?:ado|ido|to|cho|so))\b/g,
  /\b(?:estoy|estamos|estare|estaremos|sigo|seguimos|voy|vamos) (?:ya |ahora )?(\w+?(?:ando|endo))(?:l[eoa]s?|sel[oa]s?)?\b/g,
  /\b(\w+(?:[aei]re|[aei]remos|dre|dremos))\b/g,
];

/** What comes to the customer, whoever sends it. */
const comes = /\b(?:les?|se l[oa]s?) (?:van? a )?(?:lleg|devuelv|devolv|mand|llev|envi|abon|ingres|entreg|cobr|descont|descuent|repon|repus|sal[eg]|pon[eg]|da[nr]?\b|doy|damos|trae|traig|regal|cambi|anul|cancel|quit|rebaj|perdon|sustitu|reemplaz|invit|sum[oae]|ech)\w*/;
const coming = /\b(?:(?:corre|va|queda|esta) de nuestra (?:cuenta|parte)|por nuestra cuenta|a cargo nuestro|invita la casa|(?:de|en) camino\b|en reparto|reposicion|repon\w+|reemplaz\w+|sustitu\w+|(?:otr[oa]|nuev[oa]) (?:botella|caja|unidad|pedido|envio|paquete|producto|entrega)|(?:caja|botella|unidad|paquete|pedido|envio|entrega) nuev[oa]|uno nuevo|una nueva|dinero|centimo|(?:no|sin) (?:le |te |tiene que |tendra que |hay que |va a )?(?:paga|pagar|cuesta|costar|cobr)\w*|lo tiene (?:en|a|para|antes|list)|la tiene (?:en|a|para|antes|list)|(?:llega|sale|pasa|vuelve|viene|va)n? (?:ya|hoy|ahora|esta|este|el|a su|a tu|por su|antes|en|directo|sin falta)|gastos de|tiene (?:ya )?(?:un|una|su|otr[oa]) (?:\w+ ){1,3}(?:en|para)|cuente con (?:el|ello|que)|delo por|tiene mi palabra|palabra de|sin falta)\b/;
const settled = /\b(?:queda|quedan|esta|estan|fue|dado por) (?:ya |todo )?(?:anulad|cancelad|enviad|abonad|pagad|devuelt|resuelt|solucionad|cambiad|hech|arreglad|reservad|apartad)|\bha[n]? sido (?!anotad|registrad|consultad|revisad|leid)\w+[ai]d[oa]s?\b/;
/** What a product holds, and whether there is any: its label and the shelf say so, for each product and day. */
const facts = /\b(?:no |si )?(?:lleva|llevan|contiene|contienen) |sin trazas|\bapt[oa]s? para|segur[oa]s? para|\b(?:no |si |ya no )?(?:queda|quedan|hay|tenemos) (?:[^.]{0,20}\b)?(?:existencias|disponible|en stock|hoy|tienda)|no queda\b/;

/** Futures of anybody: "saldrá", "enviarán". With its accent, since "hora" and "espera" end so too. */
const future = /(?<!\p{L})(\p{L}+r(?:á|án|ás))(?!\p{L})/gu;
const noFuture = /^(?:atrás|detrás|quizá|además|verá|verán|podrá|querrá|sabrá)$/u;
/** What a customer need not do is no promise of goods. */
const spared = /no (?:tendr[aá]|tiene|hace falta|necesita)(?: que)? (?:volver a )?(?:que )?(?:repet|cont|explic|volver|hac|busc|escrib)\p{L}*/gu;

/** Whether a Spanish sentence commits whoever says it, or the shop. @param lower in small letters, accents kept */
export function committingEs(lower: string): boolean {
  const text = lower.replaceAll(spared, " ");
  const plain = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
  if (comes.test(plain) || coming.test(plain) || settled.test(plain) || facts.test(plain)) return true;
  if ([...text.matchAll(future)].some(([, word = ""]) => !noFuture.test(word))) return true;
  return own.some((pattern) => [...plain.matchAll(pattern)].some(([, word = ""]) => !isPlain(word)));
}
