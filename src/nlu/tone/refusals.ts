import type { Language } from "../../core/turn.ts";
import { sameLengthFold } from "../folded-text.ts";
import { readBehaviours } from "./behaviours.ts";
import { sentence, sentenceAround } from "./draft-text.ts";
import type { Place } from "./draft-text.ts";
import { harmOf } from "./sentence-tone.ts";
import { spoken } from "./tone-pattern.ts";

const who = "(?:se |le |les |lo |la |los |las |nos |me |te |os ){0,2}";
const given = "(?:admit|acept|permit|autoriz|tramit|cubr|cubier|inclu|concede|conced|reembols|devolv|devuelv|cambi|regal|vend|servi|reparti|repart|entreg|envi|ofrec|facilit|gestion|cancel|anul|aplic|llev|factur|hac|hag)";

/** What turns a customer down: a denied permission, service or claim, in whatever person. A wish, a compliment or something not found is none. */
const refusing: Record<Language, RegExp> = {
  es: spoken([
    `no ${who}(?:puede[ns]?|puedo|podemos|podria|podriamos|podra[ns]?|podre|podremos|vamos a poder|va a poder)(?! (?:ver|encontrar|localizar|imagin\\p{L}+|ni|mas|menos|evitar|dejar|estar|ser|esperar|agradecer\\p{L}*|haber|creer\\p{L}*|abrir|entrar|acceder|asegurar\\p{L}*|prometer\\p{L}*|garantizar\\p{L}*|(?:quitar|negar|discutir|reprochar|culpar|llevar la contraria)\\p{L}*|decir\\p{L}* (?:cuando|cuanto)))`,
    `no ${who}(?:es|sera|fue|ha sido|seria|resulta) (?:posible|viable|valid[oa]|aceptad[oa]|admitid[oa]|reembolsable|retornable|aplicable)|no (?:son|seran|han sido) (?:posibles|valid[oa]s|aceptad[oa]s|admitid[oa]s|reembolsables)`,
    `no ${who}(?:${given}(?:o|a|e|en|an|n|amos|emos|imos|aremos|eremos|iremos|ara|era|ira|aran|eran|iran|ye|yen|mos)|hago)(?! (?:falta|cas[oi]|dano|nada de))`,
    "no (?:ha|han|he|hemos) sido (?:\\p{L}+ )?(?:aceptad|admitid|aprobad|autorizad|concedid|aceptad)[oa]s?|no (?:esta|estan|estoy|estamos|queda|quedan) (?:\\p{L}+ )?(?:permitid|autorizad|cubiert|incluid|contemplad|admitid)[oa]s?",
    "no (?:va|van) a (?:ser posible|poder ser|aceptar\\p{L}*)|no (?:tengo|tenemos) (?:autorizacion|permiso|potestad|manera|forma)|(?:siento|sentimos|sintiendolo mucho|lamento|lamentamos)(?: \\p{L}+){0,2} (?:pero )?no(?=$|[.!\\n])|ya no se puede|no (?:procede|corresponde|cabe|hay (?:manera|forma|modo|posibilidad|opcion|devolucion|devoluciones|cambios|reembolso))(?! de que falle)|no (?:tiene|tienes) derecho|no (?:le|te) corresponden?|me temo que no|(?:lamentablemente|desgraciadamente|por desgracia) no",
    "(?:ha|han|hemos|he|queda|quedan|fue|esta|estan)(?: sido| quedado)? (?:denegad|rechazad|desestimad)[oa]s?|(?:denegamos|rechazamos|desestimamos|denegado|denegada)|imposible",
  ].join("|")),
  en: spoken([
    "(?<!(?:if|when|in case|that|why) )(?:i|we|they)(?: (?:simply|just|really|unfortunately|still|currently|also))? (?:can't|cannot|can not)(?! (?:wait|thank|help but|imagine|stress|apologi[sz]e|agree|tell you how|say how|say enough|believe|see|find|locate|promise|guarantee|express|assure|blame|make (?:any )?promises?|win))",
    "(?<!(?:if|when|in case|that|why) )(?:i'm|i am|we're|we are|i was|we were)(?: (?:simply|just|really|unfortunately|still|currently|sorry but))? (?:not able|unable|not allowed|not authori[sz]ed|not permitted|not in a position|not going)(?! to (?:see|find|locate|make (?:any )?excuses|ask|argue|lie|pretend|keep you|close (?:this|it)|blame|deny|hide|rest|stop|give up|forget|leave|let|tell you (?:it|that)|send anything))",
    "(?:i|we)(?: (?:simply|just|unfortunately|currently))? (?:don't|do not|won't|will not|no longer)(?: (?:\\p{L}+ly|normally))? (?:accept|offer|do (?:that|this|those|returns|refunds|exchanges|it|so)|deliver|ship|allow|permit|sell|refund|exchange|provide|share|cover|support|cancel|replace|repair|reimburse|hand out|give (?:out|refunds?|discounts?|that|this|you(?! (?:any )?excuses))|take (?:back|returns?|cards?|cash|bookings|orders|it back|that back)|make (?:exceptions|changes|refunds)|change (?:orders|the|that|your|it))",
    "(?:won't|will not|can't|cannot) be (?:possible|accepted|refunded|approved|able to)|can no longer be \\p{L}+|(?:have|have got|got|'ve) no (?:permission|authority|authori[sz]ation|right|means)|(?:not|aren't|isn't) due (?:any|a)|(?:don't|do not|can't|cannot|won't) take [^.,!?\\n]{1,25} back|sorry,? but no(?=$|[.!\\n])|(?:not|isn't|aren't|wasn't|weren't)(?: (?:currently|normally|really))? (?:possible|allowed|permitted|valid|accepted|eligible|entitled|refundable|returnable|exchangeable|covered|authori[sz]ed|an option|something (?:we|i) (?:can )?(?:offer|do|provide|support|sell)|approved|granted)",
    "(?:was|been|is|were|are|be)(?: (?:\\p{L}+ly))? (?:rejected|declined|denied|refused|turned down)|(?:i|we)(?:'ve| have| had to| have had to)? (?:rejected|declined|denied|refused|turned down|turn down|reject|decline)",
    "no (?:way|possibility|option|means) (?:to|of|for) (?!know|tell|see)\\p{L}+|out of the question|impossible|(?<!(?:are|been|is|was|were) )no (?:refunds|returns|exchanges)",
    "(?<!(?:if|when|in case|that|why|sorry|so) )you(?:'re)? (?:can't|cannot|can not|may not|won't be able to|will not be able to|have no right|aren't|are not|not) ?(?:have|return|exchange|change|cancel|use|get|claim|allowed|entitled|permitted|eligible|able)(?! (?:know|to worry))",
    "(?:can't|cannot|can not) be \\p{L}+|(?:i'm|i am|we're|we are) afraid (?:not|no)(?=$|[.,;!])|unfortunately,? (?:not|no)(?=$|[.,;!])",
  ].join("|")),
};

/** A reason is also given by what must come first, by what it hangs on, by two points, and by what it follows from. */
const reasoned: Record<Language, RegExp> = {
  es: spoken("de acuerdo|entendido|como (?:usted )?(?:quiera|prefiera|diga)|para (?:proteger|evitar|cumplir|no) \\p{L}+|sin (?:el|la|los|las|su|un|una|que)|hasta|mientras|a menos que|salvo|excepto|una vez|pasad[oa]s?|despues de|tras|asi que|por lo que|de modo que|por tratarse|por ser|por estar|por (?:ley|higiene|seguridad|normativa|privacidad|motivos|razones|proteccion)", "u"),
  en: spoken("all right|agreed|as you (?:wish|like|prefer)|(?:in order )?to (?:protect|avoid|prevent|comply|keep)|without (?:the|your|an?|its?|that|more)|until|unless|except|once|after|so (?:we|i|its?|that|you|your|the|they)|for (?:safety|hygiene|legal|security|privacy|health|data)|by law|(?:as|being) (?:it|they|this|a)|as (?:[\\p{L}']+ ){1,4}(?:is|are|has|have|was|were|needs?|requires?)|per (?:our|the|\\p{L}+) \\p{L}+", "u"),
};
const pointing = /[:;–—]\s+\S+(?:\s+\S+){2}/;

const because: Record<Language, string> = { es: "porque [diga aquí el motivo]", en: "because [say the reason here]" };
/** Where what may be done instead begins: the reason belongs before it. */
const instead: Record<Language, RegExp> = { es: /\s*[,;]?\s+(?:pero|aunque|sino|si bien)(?!\p{L})|\s*[;,]\s/u, en: /\s*[,;]?\s+(?:but|though|although|however)(?!\p{L})|\s*[;,]\s/u };

/** The first sentence of a draft that turns the customer down, where the draft says nowhere why. Questions turn nobody down. */
export function unreasoned(draft: string, language: Language): (Place & { refusedUpTo: number }) | null {
  const folded = sameLengthFold(draft);
  for (const { index } of draft.matchAll(sentence)) {
    const { start, end } = sentenceAround(draft, index);
    const said = folded.slice(start, end);
    const first = said.matchAll(refusing[language]).next().value ?? (harmOf(draft.slice(start, end), language) === "refusing" ? wholeOf(said) : undefined);
    if (!first || said.includes("?")) continue;
    if (pointing.test(said.slice(first.index)) || reasoned[language].test(said) || readBehaviours(draft, language).explain.length > 0) continue;
    return { start, end, refusedUpTo: first.index + first[0].length };
  }
  return null;
}

/** Where no words of a refusal are known all of it is one. */
const wholeOf = (said: string): { 0: string; index: number } => ({ 0: said, index: 0 });

/** The sentence with a marked place for its reason, before what it offers instead. */
export function withReason(said: string, refusedUpTo: number, language: Language): string {
  const after = said.slice(Math.min(refusedUpTo, said.length));
  const turn = instead[language].exec(after);
  const bare = said.replace(/[.!?…\s]+$/, "");
  if (!turn) return `${bare} ${because[language]}.`;
  const at = said.length - after.length + turn.index;
  return `${said.slice(0, at)} ${because[language]}${said.slice(at)}`;
}
