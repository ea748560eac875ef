import { commitmentsIn } from "./commitments.ts";
import type { ConversationState } from "./state.ts";
import type { Language } from "./turn.ts";

/** Accents, letter case and marks aside; both languages at once, as a customer may mix them. */
const settled: readonly RegExp[] = [
  /\b(?:solucionad|resuelt|arreglad|aclarad)[oa]s?\b/,
  /^(?:pues |bueno |vale |ok |perfecto )*(?:ya|todo) esta(?: (?:todo|perfecto|listo))*$|\btodo (?:perfecto|correcto|claro|en orden|bien|ok)\b/,
  /\b(?:eso|esto) (?:es|era|seria) todo\b|\bnada mas\b|\bno necesito (?:nada )?mas\b|\bcon eso me (?:vale|basta|sirve)\b|\bme (?:quedo|deja) (?:mucho )?(?:mas )?tranquil|\bme (?:ha|has|han|habeis) (?:ayudado|sido de (?:mucha|gran) ayuda|salvado|solucionado|resuelto)\b/,
  /\b(?:solved|resolved|sorted|fixed|cleared up)\b/,
  /\b(?:all|everything(?:'s| is)?) (?:good|set|fine|clear|done|perfect|in order|great)\b/,
  /\bthat(?:'s| is| was) (?:all|everything|perfect|brilliant|great|wonderful)\b|\bnothing (?:else|more)\b|\byou(?:'ve| have) (?:been|helped|saved|solved)\b|\bthat (?:helps|works|answers)\b/,
];
/** What was waited for has come: settled where the customer is pleased, the beginning of another matter where not. */
const come: readonly RegExp[] = [
  /\b(?:ya|todo) (?:me |lo |la |se |nos )?(?:(?:ha|han) (?:llegado|aparecido|entrado|venido)|llego|tengo|tenemos|veo|funciona|he (?:podido|recibido|encontrado))\b/,
  /\b(?:it|everything|all)(?:'s| has| is)? (?:just |finally |now )?(?:arrived|come|came|working|works|went through|gone through|turned up|here|there)\b/,
  /\bi(?:'ve| have)? (?:just |finally |now )?(?:got|received|found) (?:it|them|everything|all|my|the)\b/,
];
/** What turns it round when it stands before: not yet, wished for, feared, or once it is so. */
const turned = /\b(?:no|ni|nunca|jamas|nadie|nada|sin|aun|todavia|sigue|sigo|cuando|si|hasta|para|que|como|espero|quiero|necesito|exijo|quede|sea|sera|casi|not|never|nobody|nothing|still|yet|until|when|if|once|before|be|get|getting|want|need|hope|how|almost|[a-z]+n't)\b/;
/** The sentence goes on to what is not. */
const goesOn = /[?¿]|\b(?:pero|sin embargo|aunque|salvo|excepto|menos|but|however|although|except|though)\b/;
const thanked = /\b(?:gracias|agradezco|agradecid[oa]|thanks?|thank|thx|ty|cheers|grateful)\b/;
/** Whoever says this is still at it, and whoever says that waits for it; thanks for it are for the trying. Bitter thanks close nothing either. */
const underWay: readonly RegExp[] = [
  /\b(?:miro|mirando|reviso|compruebo|consulto|busco|pregunto|llamo|espere|aguarde|deme|dame|dejeme|permitame|enseguida|en seguida|voy a|un (?:momento|momentito|minuto|segundo|instante))\b/,
  /\b(?:estoy|estamos|sigo|seguimos) \w+(?:ando|endo)\b|\bhe (?:avisado|preguntado|pedido|escrito|llamado|consultado|pasado)\b|\bme (?:contestan|responden|dicen|llaman)\b/,
  /\b(?:looking|checking|asking|calling|finding out|working on|on it)\b|\blet me (?!know)|\b(?:one|just a|a|another|give me (?:a|one|two|five)) (?:moment|minute|second|sec)s?\b|\bgive me\b|\bbear with\b|\bhold on\b/,
  /\b(?:i've|i have|we've|we have) (?:just |already )?(?:asked|told|let|written|emailed|called|messaged|passed)\b/,
];
const waits = /\b(?:espero|esperando|a la espera|a ver|aguardo|waiting|i'?ll wait|let'?s see|we'?ll see|por nada|for nothing)\b/;
/** A story that has one of these words is no farewell. */
const wordsAtMost = 30;

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’`]/g, "'");

const says = (text: string, ways: readonly RegExp[]): boolean => {
  const told = plain(text);
  if (goesOn.test(told) || told.split(/\s+/).length > wordsAtMost) return false;
  const clauses = told.split(/[.,;:!¡()\n]+| (?:y|and) /).map((clause) => clause.replace(/[^a-z0-9']+/g, " ").trim());
  return clauses.some((clause) => ways.some((way) => {
    const found = way.exec(clause);
    return found !== null && !turned.test(clause.slice(0, found.index));
  }));
};

/**
 * Whether a customer says that their matter is settled: not denied, wished for or feared, with nothing that goes on after it.
 *
 * @param text one turn in own words, of either language
 */
export const saysSettled = (text: string): boolean => says(text, settled);

/** The same of what they waited for: that it is there. It may have come broken. */
export const saysItCame = (text: string): boolean => says(text, come);

/**
 * Whether the customer's matter is closed, by what they wrote last to a person who answered: that it is settled, a farewell, or pleased thanks to somebody who
 * has not just said they would do something. Whoever was unpleasant saying it closes nothing.
 *
 * @param language of the conversation
 */
export function matterClosed({ story, turns, readings }: ConversationState, language: Language): boolean {
  const last = story.findLast(({ who }) => who === "customer");
  const before = story.slice(0, last === undefined ? 0 : story.lastIndexOf(last));
  const answer = before.findLast(({ who }) => who === "person");
  if (last === undefined || answer === undefined) return false;
  const turn = turns.find(({ turnId }) => turnId === last.turnId);
  const feels = readings.find(({ turnId }) => turnId === last.turnId)?.emotion.emotion ?? "neutral";
  const pleased = feels === "satisfied" || feels === "excited";
  if (!pleased && feels !== "neutral") return false;
  if (saysSettled(last.text) || turn?.intent === "goodbye") return true;
  const answers = before.slice(before.findLastIndex(({ who }) => who === "customer") + 1).filter(({ who }) => who === "person");
  const told = plain(last.text);
  const owed = commitmentsIn(answers, language).length > 0 || answers.some(({ text }) => underWay.some((way) => way.test(plain(text))));
  return pleased && !waits.test(told) && (saysItCame(last.text) || (thanked.test(told) && !goesOn.test(told) && answers.length > 0 && !owed));
}
