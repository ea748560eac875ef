import type { Language } from "../../core/turn.ts";
import { betterWords } from "./better-words.ts";

/**
 * Words that sound wrong to a customer: phrases of cues.ts, and what would say it better. `whole`: it takes the place of the sentence, for a few words in
 * another's place would not fit; else of the words found. An empty text leaves them out. `after`: what the sentence must say before them, folded, where the
 * words alone may mean something else; `notBefore`: what may not follow; `unless`: what in the sentence, folded, gives the words their plain meaning. `leading`: before a comma they are left out, and what they lead to stays.
 */
export type ToneRule = { kind: "blaming" | "dismissive" | "over-promising" | "jargon"; phrases: string[]; better: string; whole: boolean; after?: RegExp; notBefore?: RegExp; unless?: RegExp; leading?: true };

const whole = (kind: ToneRule["kind"], better: string, phrases: string[]): ToneRule => ({ kind, phrases, better, whole: true });
const words = (kind: ToneRule["kind"], better: string, phrases: string[]): ToneRule => ({ kind, phrases, better, whole: false });

/** A case is handed to a "second line"; the second line of an address is no team. */
const handedTo = {
  es: /(?<!\p{L})(?:pas|escal|deriv|mand|envi|remit|traslad|transfer|sub)\p{L}{1,8}(?:[^.!?\n]{0,40}[^\p{L}])?(?:al|del|el)\s+$/u,
  en: /(?<!\p{L})(?:pass|escalat|forward|transfer|hand|refer|sen[dt]|rais|mov|put you through|check|speak|talk|ask)\p{L}{0,5}(?:[^.!?\n]{0,40}[^\p{L}])?(?:to|with)\s+$/u,
};
/** "You should have it tomorrow", "you should have received a mail": what the customer gets, not what they failed to do. */
const had = /^\s+(?:it|them|this|these|one|an?|the|your|our|my|no|some|enough|plenty|about|around|time|everything|access|received|got|gotten|had|found|been(?! (?:at home|in(?!\p{L})|there|home|(?:more )?careful|paying|ready|more))|arrived)(?!\p{L})/u;
/** "You were supposed to get a code": it was for others to give. */
const meantToGet = /^\s+(?:get|receive|hear|be (?:called|told|given|sent|warned|asked|able|number|next|\p{L}{2,}ed))(?!\p{L})/u;
/** "Usted tendría que haber recibido un aviso": what others owed. */
const received = /^\s+(?:(?:le|nos|les) )?(?:recibido|encontrado|llegado|salido|entrado|sido|podido|tenido(?! (?:mas )?(?:cuidado|paciencia)))(?!\p{L})/u;
/** Who got it wrong is said: one of us. */
const notTheirs = /soy yo|he sido yo|fui yo|somos nosotr|nosotr|conductor|repartidor|mensajer|transportista|compan|sistema|almacen|tienda|banco|encargad|web|pagina/u;
/** A sauce, a dog or a week calms down, and whoever is told so is told nothing of themselves. */
const calmsSomethingElse = /(?:let|leave|once|until|till|when|after|helps?|make|before) (?:the|it|them|things|your|this|that|him|her|everything|business|traffic|demand)(?: [a-z]+){0,3} (?:to )?calms? down|(?:it|things|they|traffic|demand|the [a-z]+) (?:will|should|usually|soon|has|have|'ll)(?: [a-z]+)? calm/u;
/** A ticket is a case of the help desk, unless it is the one a till or a machine prints, or the one that lets somebody in. */
const slipOfPaper = {
  es: /compra|caja|bolsa|regal|parking|aparcamiento|recib|importe|factura|guard|conserv|present|ensen|traig|trae|impres|imprim|papel|tienda|cambi|devol|escane|foto|concierto|tren|autobus|avion|entrada/u,
  en: /car park|parking|till|train|bus|concert|flight|event|print|receipt|purchase|paper|keep|bring|show|scan|photo|travel|raffle|lottery|bag/u,
};
const handing = /(?<!\p{L})(?:pas|escal|deriv|mand|envi|remit|traslad|transfer|sub)\p{L}{1,8}(?:[^.!?\n]{0,40}[^\p{L}])?$/u;

export const toneRules: Record<Language, ToneRule[]> = {
  es: [
    { ...whole("blaming", betterWords.es.blaming, ["usted debio|deberia|tendria|tenia que? haber"]), notBefore: received },
    { ...whole("blaming", betterWords.es.blaming, ["se ha equivocado usted?"]), unless: notTheirs },
    whole("blaming", betterWords.es.blaming, [
      "deberias|debiste haber", "tendrias|tenias que haber", "debio|deberia haber mirado|leido|llamado|avisado|preguntado|dicho|revisado|comprobado|puesto|indicado|seguido", "tendria|tenia que haber mirado|leido|llamado|avisado|preguntado|dicho|revisado|comprobado|puesto|indicado|seguido", "haber mirado|leido|llamado|avisado|preguntado|dicho|comprobado antes", 
      "si hubiera|hubieras|hubiese|hubieses leido|mirado|avisado|puesto|hecho|llamado|preguntado", "no leyo|miro|siguio|indico|puso|aviso usted?",
      "no ha|has leido|mirado|seguido|indicado|puesto|avisado|entendido", "te has equivocado", "usted se equivoco", "no ha|has sabido", "esta|estas usted? mintiendo", "miente|mientes|mentiroso|mentirosa", "no se ha enterado", "no te has enterado", "no se entera|enteras|entero", "no ha|has entendido nada?", "no lo? entiende|entiendes usted?", "se|te lo has inventado", "se lo inventa", "lo ha|has roto usted|tu", "algo habra|habras hecho",
    ]),
    { ...whole("blaming", "Voy a explicarlo de otra manera.", ["ya le|te|se dije|comente|explique|avise que?", "como ya? le|te|se he|hemos? dicho|dije|explique|explicado|comente|comentado", "ya se? lo|le|te|se he|hemos dicho|explicado|comentado", "le|te lo? repito", "se|te lo he dicho ya", "como dije antes", "como ya? se le|te ha? dicho|dijo|indico|indicado|explico|explicado|comunico|comunicado|informo|informado", "segun|como|vea|ver|lea|consulte mi|nuestro ultimo|anterior correo|mensaje|email", "como le|te ya? indique|puse|escribi|mencione", "segun|como puse|escribi|indique|dije en mi|el"]), leading: true },
    whole("dismissive", betterWords.es.dismissive, [
      "no es para tanto", "no es un? problema nuestro|mio", "exagera|exageras|exagerado|exagerada usted?", "este|ese|asi es el procedimiento", "y punto", "las normas son las normas", "haber comprado|pedido|leido|llegado|venido|mirado antes", "nadie mas? se ha quejado", "es el? unico|unica que se queja", "tranqui|relaja|chill", "que mas da", "no se preocupe tanto", "ya sera menos", "siempre se|te quejan|queja|quejas", "se|te queja|quejan|quejas siempre", "siempre estan|esta|estas quejandose|quejandote", "la? gente como usted|ustedes|tu|vosotros", "ustedes|vosotros los clientes",
      "siento|sentimos|lamento|lamentamos que|si usted? se|te|lo|la? sienta|sientas|siente|sientes|haya|hayas|vea|veas|tome|tomes|perciba|percibas|entienda sentido? asi", "siento|sentimos|lamento|lamentamos que|si usted? se|te|lo|la? sienta|sientas|siente|sientes|haya|hayas|vea|veas|tome|tomes|perciba|percibas|entienda sentido? de esa|esta|ese|este manera|forma|modo", "siento|lamento que piense|pienses eso|asi",
      "a|con nadie mas le? pasa|paso|ocurre|sucede|ha pasado|ocurrido?", "no le? pasa|paso|ocurre|ha pasado|ocurrido? a nadie mas", "nadie mas tiene|ha tenido|tuvo este|ese|esos|estos|tal|el problema|problemas|fallo|fallos", "es usted? el|la unico|unica al|a que|quien? le pasa|ocurre", "al|a los|las? resto|demas|otros|otras le|les funciona", "al|a los|las? resto|demas|otros|otras le|les va bien", "unico|unica con|que tiene|tenga? ese|este|esos|estos|tal problema|problemas|fallo|fallos|queja", "calmese|calmate|tranquilicese|tranquilizate|relajese|relajate", "no exagere|exageres", "no se ponga|pongas asi", "no es mi|nuestro problema", "no es cosa mia|nuestra",
      "es lo que hay", "cualquiera lo sabe|entiende", "ya se le|te pasara", "usted sabra", "haberlo pensado antes?", "a otros les|le va|pasa peor", "que quiere que le? haga", "que quieres que haga", "no le|te queda otra", "usted vera",
    ]),
    whole("dismissive", "Voy a ver qué sí puedo hacer.", ["no puedo|podemos hacer nada", "no hay nada que hacer|hacerle", "son las normas", "es la norma|politica", "es nuestra politica", "lea|lee las condiciones", "vuelva|vuelve a leer*", "lea|lee otra vez|bien", "relea|relee", "eso no me corresponde", "no es mi departamento", "no nos hacemos responsables", "aqui no llevamos eso"]),
    words("jargon", "lo antes posible", ["a la mayor brevedad posible?", "con la mayor brevedad"]),
    { ...words("jargon", "caso", ["ticket|tiquet"]), unless: slipOfPaper.es },
    words("jargon", "pasarlo a quien puede decidir", ["escalarlo|escalar el caso", "escalar"]),
    words("jargon", "código", ["sku|ean"]),
    words("jargon", "nuestro sistema", ["el|un|nuestro? backoffice|backend|crm|erp|oms|wms"]),
    words("jargon", "de nuestro sistema", ["del backoffice|backend|crm|erp|oms|wms"]),
    words("jargon", "a nuestro sistema", ["al backoffice|backend|crm|erp|oms|wms"]),
    words("jargon", "el equipo que lo lleva", ["el departamento correspondiente|pertinente"]),
    words("jargon", "según", ["en base a"]),
    words("jargon", "agotado", ["oos", "rotura de stock"]),
    words("jargon", "vamos a", ["procedemos a"]),
    words("jargon", "puede", ["proceda a"]),
    words("jargon", "", ["a tal efecto"]),
    words("jargon", "aquí tiene", ["adjunto le remito"]),
    words("jargon", "plazo", ["sla|eta", "lead time"]),
    { ...words("jargon", "equipo especializado", ["segundo|tercer nivel", "nivel 2|3", "n1|n2|n3"]), after: handedTo.es },
    { ...words("jargon", "al equipo especializado", ["a n1|n2|n3", "a nivel 2|3", "a segundo|tercer nivel"]), after: handing },
    words("jargon", "pago en línea", ["pasarela de pagos?"]),
    words("jargon", "comprobación", ["conciliacion", "validacion kyc|aml"]),
    words("jargon", "datos", ["kyc"]),
    words("jargon", "traslado entre almacenes", ["cross-docking", "crossdocking", "cross docking", "transbordo logistico"]),
    words("jargon", "reparto a domicilio", ["ultima milla", "last mile"]),
    words("jargon", "almacén", ["centro logistico", "plataforma logistica", "nodo logistico", "cedi", "fulfillment|fulfilment"]),
    words("jargon", "nuestro equipo interno", ["back office", "back-office", "middle office", "el departamento de operaciones|calidad|incidencias"]),
    words("jargon", "número de devolución", ["rma", "numero de rma"]),
    words("jargon", "número de seguimiento", ["tracking number|id?", "awb", "localizador de envio", "numero de expedicion"]),
    words("jargon", "la próxima tanda", ["el siguiente|proximo batch|lote de procesado", "el batch", "reprocesado del|de batch|lote"]),
    words("jargon", "plazo", ["deadline", "tiempo de respuesta comprometido"]),
    words("jargon", "comentarios", ["feedback"]),
    words("jargon", "el abono", ["la nota de credito|abono", "chargeback|contracargo"]),
    words("jargon", "comprobado", ["logueado|logado|trazado|parametrizado|matcheado"]),
    words("jargon", "hemos pasado el caso", ["hemos escalado la incidencia|consulta|peticion|solicitud?", "se ha escalado la incidencia|consulta|peticion|solicitud?"]),
    words("jargon", "he pasado el caso", ["he escalado la|el|su incidencia|consulta|peticion|solicitud|caso?"]),
    words("jargon", "proceso", ["workflow|pipeline"]),
  ],
  en: [
    { ...whole("blaming", betterWords.en.blaming, ["you should|ought to? have"]), notBefore: had },
    { ...whole("blaming", betterWords.en.blaming, ["you were supposed to"]), notBefore: meantToGet },
    whole("blaming", betterWords.en.blaming, [
      "you failed to", "you didn't|never read|check|follow|say|tell|provide|mention|include|give|enter", "you did not|never read|check|follow|say|tell|provide|mention|include|give|enter", "if you'd read|checked|told|called|said|followed|asked|looked", "if you had read|checked|told|called|said|followed|asked|looked",
      "had you read|checked|told|called", "you must have entered|missed|forgotten|overlooked|typed", "you forgot to", "you got it wrong", "you're wrong|mistaken", "you are wrong|mistaken", "you are lying", "you're lying", "you lie|lied", "liar", "you clearly|obviously", "you made that|it up", "you broke it", "what did you do", "you misread|misunderstood",
    ]),
    { ...whole("blaming", "Let me put it another way.", ["as i|we|i've|we've have? already? have? said|told|explained|mentioned|stated|wrote|written", "as? per my|our last|previous|earlier|prior? e-mail|email|message|mail|note|reply", "as said|stated|written|mentioned|explained in my|our", "see|read|refer to? my|our last|previous|earlier|prior e-mail|email|message|mail|note|reply", "i|we already told|explained|said", "i|we have already told|explained|said", "i've|we've already told|explained|said", "like i said", "as previously stated|mentioned|explained"]), leading: true },
    { ...whole("dismissive", betterWords.en.dismissive, ["calm down"]), unless: calmsSomethingElse },
    whole("dismissive", betterWords.en.dismissive, [
      "you people|lot", "people|customers like you always|never|just|only", "you|you're are? always|never complain|complaining|blame|blaming|whine|whining|listen|happy|satisfied",
      "sorry that|if? you feel|felt|see|saw|think|took|take it? that|this way", "sorry that|if? you feel|felt|think like that|this", "sorry that|if? you feel|think so", "sorry if you were|are|got|feel offended|upset",
      "nobody|noone else has|had|is|gets|got|having? that|this|these|those|any|such a? problem|problems|issue|issues|trouble", "no one else has|had|is|gets|got|having? that|this|these|those|any|such a? problem|problems|issue|issues|trouble", "the? only one|customer|person who|that? with|having|has|had|reporting this|that|such|these a? problem|problems|issue|issues|trouble|complaint", "works|worked|is fine for everyone|everybody|all|others else?", "never happened|happens to anyone|anybody else",
      "overreacting|exaggerating|overreact", "rules are rules", "nobody|noone else has? complained|complains", "no one else has? complained|complains", "only one complaining|who complains", "deal with it", "that's life", "no|not a big deal", "it's not that bad|serious|important", "it is not that bad|serious|important", "not my|our problem", "get over it", "don't exaggerate|overreact", "do not exaggerate|overreact", "you need to relax|calm", "everyone|everybody knows", "it is what it is", "stop complaining", "others have it worse", "what do you want me to do",
    ]),
    whole("dismissive", "Let me see what I can do.", ["nothing i|we can do", "nothing more i|we can do", "can't|cannot do anything", "those are the rules", "that's the|our|company policy", "that is the|our|company policy", "it's the|our|company policy", "it is the|our|company policy", "not my department|job", "read the|our terms|conditions|faq|email|e-mail again?", "read it again", "re-read|reread", "we're not responsible", "we are not responsible", "we don't do that here", "we do not do that here"]),
    { ...words("jargon", "question", ["ticket"]), unless: slipOfPaper.en },
    words("jargon", "pass it to someone who can decide", ["escalate this|it|the case|matter", "escalate"]),
    words("jargon", "item number", ["sku|ean|upc"]),
    words("jargon", "our system", ["the|our|a? backend|back-end|crm|erp|oms|wms", "the|our|a? back office"]),
    words("jargon", "the team that handles it", ["the relevant|appropriate|corresponding department|team"]),
    words("jargon", "according to", ["as per"]),
    words("jargon", "sold out", ["oos", "out-of-stock situation"]),
    words("jargon", "when you can", ["at your earliest convenience"]),
    words("jargon", "please answer", ["kindly|please revert"]),
    words("jargon", "from now on", ["going forward|moving forward"]),
    words("jargon", "use", ["utilize|utilise|leverage"]),
    words("jargon", "expected time", ["sla|eta", "lead time"]),
    { ...words("jargon", "the specialist team", ["the|our? l1|l2|l3 support? team?", "the|our? tier 1|2|3 support? team?", "the|our? second|third line|level|tier support? team?"]), after: handedTo.en },
    words("jargon", "the specialist team", ["the|our? second|third line|level|tier support|team", "the|our? l1|l2|l3 support? team?"]),
    words("jargon", "online payment", ["payment gateway|processor"]),
    words("jargon", "a check", ["reconciliation"]),
    words("jargon", "identity check", ["kyc", "kyc check|verification|validation"]),
    words("jargon", "on its way between warehouses", ["in cross-docking|crossdocking|cross-dock", "at the cross-dock"]),
    words("jargon", "home delivery", ["last mile|last-mile delivery?"]),
    words("jargon", "warehouse", ["distribution|fulfillment|fulfilment|sorting centre|center|hub"]),
    words("jargon", "return number", ["rma number?", "return merchandise authorization|authorisation"]),
    words("jargon", "tracking number", ["awb number?", "waybill|consignment number?"]),
    words("jargon", "run it again", ["reprocess the batch", "reprocess the _ batch"]),
    words("jargon", "comments", ["feedback loop"]),
    words("jargon", "someone who can decide", ["tier 1|2|3", "level 1|2|3 support", "l1|l2|l3"]),
    words("jargon", "passed on", ["escalated", "actioned", "routed"]),
    words("jargon", "done", ["resolved as per procedure", "remediated"]),
    words("jargon", "payment returned by the bank", ["chargeback"]),
    words("jargon", "discuss", ["touch base", "circle back", "reach out to stakeholders"]),
    words("jargon", "stock", ["inventory discrepancy", "replenishment cycle"]),
    words("jargon", "process", ["workflow|pipeline"]),
  ],
};
