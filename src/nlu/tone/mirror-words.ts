import type { Language } from "../../core/turn.ts";

/**
 * Words that sound wrong to a customer: phrases of cues.ts, and what would say it better. `whole`: it takes the place of the sentence, for a few words in
 * another's place would not fit; else of the words found. An empty text leaves them out.
 */
export type ToneRule = { kind: "blaming" | "dismissive" | "over-promising" | "jargon"; phrases: string[]; better: string; whole: boolean };

const whole = (kind: ToneRule["kind"], better: string, phrases: string[]): ToneRule => ({ kind, phrases, better, whole: true });
const words = (kind: ToneRule["kind"], better: string, phrases: string[]): ToneRule => ({ kind, phrases, better, whole: false });

export const toneRules: Record<Language, ToneRule[]> = {
  es: [
    whole("blaming", "Vamos a ver juntos cómo lo arreglamos.", [
      "usted debio|deberia|tendria|tenia que? haber", "deberias|debiste haber", "tendrias|tenias que haber", "debio|deberia haber mirado|leido|llamado|avisado|preguntado|dicho|revisado|comprobado|puesto|indicado|seguido", "tendria|tenia que haber mirado|leido|llamado|avisado|preguntado|dicho|revisado|comprobado|puesto|indicado|seguido", "haber mirado|leido|llamado|avisado|preguntado|dicho|comprobado antes", "es culpa suya|tuya", "por su|tu culpa", "la culpa es suya|tuya|de usted",
      "el error|fallo es|fue|ha? sido? suyo|tuyo", "si hubiera|hubieras|hubiese|hubieses leido|mirado|avisado|puesto|hecho|llamado|preguntado", "no leyo|miro|siguio|indico|puso|aviso usted?",
      "no ha|has leido|mirado|seguido|indicado|puesto|avisado|entendido", "se ha equivocado usted?", "te has equivocado", "usted se equivoco", "no ha|has sabido", "esta|estas usted? mintiendo", "miente|mientes|mentiroso|mentirosa", "no se ha enterado", "no te has enterado", "no se entera|enteras|entero", "no ha|has entendido nada?", "no lo? entiende|entiendes usted?", "se|te lo has inventado", "se lo inventa", "lo ha|has roto usted|tu", "algo habra|habras hecho",
    ]),
    whole("blaming", "Se lo explico de otra manera:", ["ya le|te|se dije|comente|explique|avise que?", "como ya? le|te|se he|hemos? dicho|dije|explique|explicado|comente|comentado", "ya se? lo|le|te|se he|hemos dicho|explicado|comentado", "le|te lo? repito", "se|te lo he dicho ya?", "como dije antes"]),
    whole("dismissive", "Entiendo que le preocupe; dígame qué le ayudaría ahora.", [
      "no es para tanto", "no es un? problema nuestro|mio", "exagera|exageras|exagerado|exagerada usted?", "este|ese|asi es el procedimiento", "y punto", "las normas son las normas", "haber comprado|pedido|leido|llegado|venido|mirado antes", "nadie mas? se ha quejado", "es el? unico|unica que se queja", "tranqui|relaja|chill", "que mas da", "no se preocupe tanto", "ya sera menos", "siempre se quejan|quejan de lo mismo", "calmese|calmate|tranquilicese|tranquilizate|relajese|relajate", "no exagere|exageres", "no se ponga|pongas asi", "no es mi|nuestro problema", "no es cosa mia|nuestra",
      "es lo que hay", "cualquiera lo sabe|entiende", "ya se le|te pasara", "usted sabra", "haberlo pensado antes?", "a otros les|le va|pasa peor", "que quiere que le? haga", "que quieres que haga", "no le|te queda otra", "usted vera",
    ]),
    whole("dismissive", "Lo que sí puedo hacer es esto:", ["no puedo|podemos hacer nada", "no hay nada que hacer|hacerle", "son las normas", "es la norma|politica", "es nuestra politica", "lea|lee las condiciones", "vuelva|vuelve a leer*", "lea|lee otra vez|bien", "relea|relee", "eso no me corresponde", "no es mi departamento", "no nos hacemos responsables", "aqui no llevamos eso"]),
    words("over-promising", "Según el sistema,", ["le|te|os prometo que?", "le|te|os garantizo que?", "le|te aseguro que?", "seguro que", "con total seguridad", "sin ninguna? duda", "tiene|tienes mi palabra", "se|te lo juro", "le|te doy mi? palabra", "palabra de honor", "fijo que", "esta|es hecho seguro"]),
    whole("over-promising", "Lo paso al equipo que puede evitar que se repita.", ["no volvera a pasar|ocurrir|suceder", "nunca|jamas volvera a pasar|ocurrir", "nunca mas pasara|ocurrira", "no le|te volvera a pasar|ocurrir"]),
    words("over-promising", "en principio", ["sin falta", "si o si", "palabra", "pase lo que pase", "al|el? 100 %", "cien por cien", "100%"]),
    words("jargon", "lo antes posible", ["a la mayor brevedad posible?", "con la mayor brevedad"]),
    words("jargon", "consulta", ["ticket|tiquet|incidencia"]),
    words("jargon", "pasarlo a quien puede decidir", ["escalarlo|escalar el caso", "escalar"]),
    words("jargon", "referencia", ["sku|ean"]),
    words("jargon", "nuestro sistema", ["backoffice|backend|crm|erp|oms|wms"]),
    words("jargon", "el equipo que lo lleva", ["el departamento correspondiente|pertinente"]),
    words("jargon", "según", ["en base a"]),
    words("jargon", "agotado", ["oos|rotura de stock"]),
    words("jargon", "", ["proceda a", "procedemos a", "a tal efecto", "adjunto le remito"]),
    words("jargon", "plazo", ["sla|eta|lead time"]),
    words("jargon", "el equipo especializado", ["n1|n2|n3", "nivel 2|3", "segundo|tercer nivel"]),
    words("jargon", "proceso", ["workflow|pipeline"]),
  ],
  en: [
    whole("blaming", "Let us see together how to put this right.", [
      "you should|ought to? have", "your own? fault|mistake|error", "you failed to", "you didn't|never read|check|follow|say|tell|provide|mention|include|give|enter", "you did not|never read|check|follow|say|tell|provide|mention|include|give|enter", "if you'd read|checked|told|called|said|followed|asked|looked", "if you had read|checked|told|called|said|followed|asked|looked",
      "had you read|checked|told|called", "you must have entered|missed|forgotten|overlooked|typed", "you were supposed to", "you forgot to", "you got it wrong", "you're wrong|mistaken", "you are wrong|mistaken", "you are lying", "you're lying", "you lie|lied", "liar", "you clearly|obviously", "you don't|didn't understand|listen|get it?", "you do|did not understand|listen|get it?", "you made that|it up", "you broke it", "what did you do", "you misread|misunderstood",
    ]),
    whole("blaming", "Let me put it another way:", ["as i|we already? have? said|told|explained|mentioned|stated", "i|we already told|explained|said", "i|we have already told|explained|said", "i've|we've already told|explained|said", "like i said", "as previously stated|mentioned|explained", "again i|we", "i repeat"]),
    whole("dismissive", "I understand that this worries you; tell me what would help now.", [
      "calm down", "overreacting|exaggerating|overreact", "rules are rules", "nobody|noone else has? complained|complains", "no one else has? complained|complains", "only one complaining|who complains", "chill out?", "relax", "so what", "deal with it", "that's life", "it happens","no|not a big deal", "it's not that bad|serious|important", "it is not that bad|serious|important", "not my|our problem", "get over it", "don't exaggerate|overreact", "do not exaggerate|overreact", "you need to relax|calm", "everyone|everybody knows", "it is what it is", "stop complaining", "others have it worse", "what do you want me to do", "whatever",
    ]),
    whole("dismissive", "What I can do is this:", ["nothing i|we can do", "nothing more i|we can do", "can't|cannot do anything", "those are the rules", "that's the|our|company policy", "that is the|our|company policy", "it's the|our|company policy", "it is the|our|company policy", "not my department|job", "read the|our terms|conditions|faq|email|e-mail again?", "read it again", "re-read|reread", "we're not responsible", "we are not responsible", "we don't do that here", "we do not do that here"]),
    words("over-promising", "our system says that", ["i|we swear", "i|we promise you? that?", "i|we guarantee you? that?", "i|we assure you that?", "you have my word that?", "there is no doubt that?"]),
    whole("over-promising", "I am passing this to the team that can keep it from happening again.", ["never happen again", "won't happen again", "will not happen again", "won't ever happen", "will not ever happen"]),
    words("over-promising", "as planned,", ["without fail", "no matter what", "whatever happens", "mark my words", "for sure", "definitely", "100%", "100 %", "guaranteed", "absolutely certain"]),
    words("jargon", "question", ["ticket"]),
    words("jargon", "pass it to someone who can decide", ["escalate this|it|the case|matter", "escalate"]),
    words("jargon", "item number", ["sku|ean|upc"]),
    words("jargon", "our system", ["backend|back-end|crm|erp|oms|wms|back office"]),
    words("jargon", "the team that handles it", ["the relevant|appropriate|corresponding department|team"]),
    words("jargon", "as", ["as per"]),
    words("jargon", "sold out", ["oos|out-of-stock situation"]),
    words("jargon", "when you can", ["at your earliest convenience"]),
    words("jargon", "please answer", ["kindly|please revert"]),
    words("jargon", "from now on", ["going forward|moving forward"]),
    words("jargon", "use", ["utilize|utilise|leverage"]),
    words("jargon", "expected time", ["sla|eta|lead time"]),
    words("jargon", "the specialist team", ["l1|l2|l3", "tier 1|2|3", "second|third line|level"]),
    words("jargon", "process", ["workflow|pipeline"]),
  ],
};

/** Informal forms and their formal ones, for a shop that says "usted"; the other way round for one that says "tú". Only forms that are one and not the other. */
export const informalToFormal: readonly (readonly [string, string])[] = [
  ["tu", "su"], ["tus", "sus"], ["te", "le"], ["ti", "usted"], ["contigo", "con usted"], ["tuyo", "suyo"], ["tuya", "suya"], ["tienes", "tiene"], ["puedes", "puede"], ["quieres", "quiere"],
  ["eres", "es"], ["estas", "está"], ["has", "ha"], ["sabes", "sabe"], ["necesitas", "necesita"], ["prefieres", "prefiere"], ["dices", "dice"], ["haces", "hace"], ["vas", "va"], ["ves", "ve"],
  ["puedas", "pueda"], ["quieras", "quiera"], ["tengas", "tenga"], ["seas", "sea"], ["estes", "esté"], ["necesites", "necesite"], ["recibes", "recibe"], ["recibiras", "recibirá"],
  ["tendras", "tendrá"], ["podras", "podrá"], ["veras", "verá"], ["sabras", "sabrá"], ["encontraras", "encontrará"], ["hiciste", "hizo"], ["pediste", "pidió"], ["dijiste", "dijo"],
  ["compraste", "compró"], ["recibiste", "recibió"], ["dime", "dígame"], ["dame", "deme"], ["mandame", "mándeme"], ["enviame", "envíeme"], ["escribeme", "escríbame"], ["cuentame", "cuénteme"],
  ["perdona", "perdone"], ["disculpa", "disculpe"], ["oye", "oiga"], ["preocupes", "preocupe"], ["podrias", "podría"], ["querrias", "querría"], ["deberias", "debería"], ["ten", "tenga"],
];
