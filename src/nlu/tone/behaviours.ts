import { behaviours } from "../../core/behaviours.ts";
import type { Behaviour, BehaviourWords, ReadBehaviours } from "../../core/behaviours.ts";
import type { Language } from "../../core/turn.ts";
import { cueFinder } from "./cues.ts";

/** What shows each behaviour, as phrases of cues.ts. A behaviour is shown in words: nothing is guessed of what was meant. */
const cues: Record<Language, Record<Behaviour, string[]>> = {
  es: {
    support: ["lo siento", "siento mucho|muchisimo|que|lo|el|la|los|las|haberle", "lamento|lamentamos", "entiendo|comprendo|imagino", "es normal|logico|comprensible que?", "no se|te preocup*", "tiene|tienes usted? toda? la? razon", "disculpa|disculpas|disculpe|perdon|perdona|perdone", "que rabia|faena|disgusto|pena|mal", "acompano en el sentimiento", "mi pesame", "debe de ser", "con razon", "tranquil*", "no es culpa suya|tuya", "estoy|estamos con usted|contigo", "es|fue culpa? nuestro|nuestra", "no deberia|debia|debio haber|ser|pasar|ocurrir", "nadie|ninguno deberia", "se nota que", "gracias por contar*", "no tiene|tienes que volver a", "veo que"],
    explain: ["porque", "ya que", "debido a", "por eso", "la razon", "el motivo", "se debe a|al", "lo que ha pasado|ocurrido", "lo que paso|ocurrio", "significa|quiere que|decir", "puesto que", "es que", "para que", "por culpa de", "a causa de", "eso pasa|ocurre cuando", "asi se|le|te|podemos|evitamos"],
    anticipate: ["por si", "le|te|os aviso|avisare|avisaremos|escribo|escribire|escribiremos|llamo|llamare|confirmo|confirmare", "le|te llegara|llega", "recibira|recibiras", "en cuanto", "mientras tanto", "el siguiente|proximo paso", "lo siguiente", "a continuacion", "si necesita|necesitas", "si prefiere|prefieres", "si le|te surge", "antes de que", "cuando llegue|reciba|recibas", "compruebo|comprobare que", "puede que pregunte|necesite", "tambien puede|puedes"],
    educate: ["la proxima vez", "para otra|la proxima? vez|proxima", "un consejo|truco", "puede|puedes verlo|ver|consultarlo|consultar|encontrarlo|mirarlo", "lo encontrara|encontraras", "le|te recomiendo", "conviene", "recuerde|recuerda que", "sepa|sabe que", "tenga|ten en cuenta", "esta en mi|mis cuenta|pedidos", "aparece|aparecera en"],
    rapport: ["gracias por", "muchas gracias", "encantad*", "hola", "buenos dias", "buenas tardes|noches", "un saludo|abrazo", "que tenga|tengas", "me alegro|alegra", "con mucho? gusto", "estoy aqui", "cuente|cuenta conmigo", "a su|tu disposicion", "para servirle", "es un placer", "cuidese|cuidate", "suerte"],
    personal: ["a mi tambien|me", "yo tambien", "yo mism*", "en mi casa|familia|experiencia", "me llamo", "personalmente", "mi madre|padre|abuela|abuelo|hijo|hija|marido|mujer|pareja|hermana|hermano", "me ha|paso|pasa lo? mismo", "a mi me encanta|gusta|paso"],
  },
  en: {
    support: ["sorry", "i understand", "i can see|imagine|hear", "that|it must", "it's natural|understandable|normal", "it is natural|understandable|normal", "understandabl*", "don't worry", "do not worry", "no worries", "you're absolutely? right", "you are absolutely? right", "apologi*", "apology|apologies", "how frustrating|annoying|worrying|sad|upsetting", "my|our condolences", "no wonder", "not your fault", "i'm with you", "i am with you", "is ours|our fault|mistake", "should not|never have", "shouldn't have", "nobody should", "no one should", "thank you for telling", "you don't have|need to repeat|tell", "you do not have|need to repeat|tell", "i can tell", "i see", "sounds frustrating|hard|difficult|worrying|stressful"],
    explain: ["because", "due to", "the reason", "that's why", "that is why", "this|that|which means", "what happened", "so that", "since the|your|our|we|it", "as the|your|our|we|it", "caused by", "it happens when", "in order to"],
    anticipate: ["in case", "i'll let|write|call|check|confirm|keep", "i will let|write|call|check|confirm|keep", "we'll let|write|call|check|confirm|keep", "we will let|write|call|check|confirm|keep", "let you know", "you'll get|receive|have", "you will get|receive|have", "as soon as", "in the meantime", "meanwhile", "the? next step", "if you need|prefer", "before you", "once it|you|we", "when it arrives", "you may|might also? want|wonder|need|ask", "you can also"],
    educate: ["next time", "for another|next time", "a|one tip", "you can see|find|check|follow|track", "you'll find", "you will find", "i recommend|suggest", "it helps to", "it's worth", "it is worth", "keep in mind", "good|worth to? know|knowing", "remember that", "under my account|orders", "it shows|appears under|in"],
    rapport: ["thank you for", "thanks for", "thank you", "hello", "hi", "good morning|afternoon|evening", "have a nice|good|lovely|great", "my pleasure", "happy|glad to|that", "i'm glad|here", "i am glad|here", "you can count on me", "take care", "best wishes", "kind regards", "with pleasure", "good luck"],
    personal: ["me too", "i also", "i myself", "myself", "at home i", "my name is", "in my experience|family|house", "personally", "my own? mother|father|mum|mom|dad|grandmother|son|daughter|husband|wife|partner|sister|brother", "it happened to me", "same happened to me", "i love|like|had that|this|it"],
  },
};

const finders = {
  es: new Map(behaviours.map((one) => [one, cueFinder(cues.es[one])])),
  en: new Map(behaviours.map((one) => [one, cueFinder(cues.en[one])])),
};

/** A reply longer than this is read to here: what a message shows it shows early, and the cap bounds the cost. */
const lettersRead = 4_000;

export const readBehaviours: ReadBehaviours = (text, language) => {
  const read = text.slice(0, lettersRead);
  const words = (one: Behaviour): string[] => [...new Set((finders[language].get(one)?.(read) ?? []).map(({ words: found }) => found))];
  const found: BehaviourWords = { support: words("support"), explain: words("explain"), anticipate: words("anticipate"), educate: words("educate"), rapport: words("rapport"), personal: words("personal") };
  return found;
};
