import { tellsNothing } from "./bare-lines.ts";
import { besideRequest } from "./human-request.ts";
import { saysOf, type Lexicon } from "./lexicon.ts";
import { wordSet, type Word } from "./words.ts";

/** Feelings about how one is served. Grief is a matter of its own, however much of it is feeling. */
const aboutService: ReadonlySet<string> = new Set(["angry", "frustrated", "anxious", "confused"]);

/** Words that tell a feeling in the lexicon and by themselves what is wanted or what somebody did: those are a matter. */
const aMatter = /^(?:denunci|quej|complain|insult|maleducad|groser|suing|rude|robbery|hurt|atendi|atendie|trat(?:o$|a|e)|treat)/;
/** Phrases that hold such a word, or announce an act. */
const anAct = /denunci|court|trading standards|report|respeto|no respect/;
/** What tells of waiting: by itself the wish for what is waited for. */
const waiting = /^(?:esper|wait|late$|tard|long$|llev(?:o|amos)$|urgent|asap|hurry)/;
/** Not to be heard or understood. */
const unheard = /^(?:entiend|entend|enter(?:a|e)|escuch|comprend|understand|listen|stand$)/;

/** Who is felt against where nobody else is named, and what is said with any feeling. Of both languages: a customer may mix them. */
const withFeeling = wordSet(`
  servicio empresa compania tienda supermercado atencion gente vosotros vosotras ustedes sois son somos eres teneis tienen tienes os se ha han he estais estan
  verdad vida hora mismo ya hoy ahora inmediatamente dios mio hombre mujer vaya menudo menuda vamos anda ay uf puf buf tan como cuanto tio tia manda narices total absoluto autentico autentica puro pura
  hola buenas buenos dias tardes hello hi hey please gracias cansa parece dado da pone poneis ponen ponen vuelve hace hacen haceis vuestro vuestra vuestros tu siento pelo sigues sigue siguen seguis echo humo quien aguanta aguante aguanto seriedad cachondeo
  service company shop store business place outfit people you're youre you've they're guys lot absolute absolutely total complete real actual right such how now today immediately still your lot through put up here
  at once god gosh jesus wow honestly frankly seriously just simply ever more longer any getting making makes made being been feel feeling felt feels so way beyond get`);

/** Trying to be heard, and how long: said in a complaint about whatever else was told. */
const tryingToBeHeard = wordSet(`
  llevo llevamos llamando escribiendo esperando intentando preguntando dia dias hora horas semana semanas mes meses minutos rato tiempo uno dos tres cuatro cinco seis siete ocho nueve diez
  nadie responde contesta caso respuesta veces mil vez
  calling ringing writing waiting trying asking day days hour hours week weeks month months minutes ages time times one two three four five six seven eight nine ten half
  nobody noone answers answer answered replies reply replied listens listening helps keep kept`);

/** `said`: beside the words of a feeling; `left`: of these, what neither denies, turns nor strengthens. */
type Parts = { said: Word[]; left: Word[]; felt: boolean };

/** What is left of a clause beside the phrases and words that tell a feeling about the service, or how strong it is. */
function besideFeeling(clause: Word[], lexicon: Lexicon, complains: boolean): Parts {
  const said: Word[] = [];
  const left: Word[] = [];
  let felt = false;
  for (let at = 0; at < clause.length; at += 1) {
    const word = clause[at];
    if (word === undefined) continue;
    const phrase = lexicon.phrases.get(word.folded)?.find(({ words }) => words.every((one, i) => clause[at + i] !== undefined && (one === "_" || one === clause[at + i]?.folded)));
    const isFelt = (emotion: string, words: readonly string[]): boolean => aboutService.has(emotion) && (complains || !words.some((one) => waiting.test(one)));
    if (phrase && isFelt(phrase.feeling.emotion, phrase.words) && !anAct.test(phrase.words.join(" "))) {
      felt = true;
      at += phrase.words.length - 1;
      continue;
    }
    const { feeling, degree } = saysOf(lexicon, word.folded);
    const feels = unheard.test(word.folded) || (feeling !== null && isFelt(feeling.emotion, [word.folded]) && !aMatter.test(word.folded));
    felt ||= feels;
    if (!feels && degree <= 1) said.push(word);
    if (!feels && degree === 1 && !lexicon.negators.has(word.folded) && !lexicon.turns.has(word.folded)) left.push(word);
  }
  return { said, left, felt };
}

/** A turn's clauses as what they say beside the feeling. */
export type Feelings = { clauses: Word[][]; parts: Parts[]; complains: boolean };

/**
 * Reads how a turn tells feelings about being served.
 *
 * @param clauses words grouped by punctuation
 * @param complains its likeliest matter is a complaint: then even how long one has tried to be heard names no other
 */
export const readFeelings = (clauses: Word[][], lexicon: Lexicon, complains: boolean): Feelings => ({ clauses, parts: clauses.map((clause) => besideFeeling(clause, lexicon, complains)), complains });

/**
 * What a turn says beside how the customer feels about being served: the words of the feeling and what strengthens them are gone, and so are clauses of nothing
 * else. "Where is my damn order, you are useless" is about an order; how it is said is that of any complaint.
 *
 * @returns the words left; all of them where no such feeling is told, or where what somebody did to the customer is told with it
 */
export function besideFeelings({ clauses, parts }: Feelings): Word[] {
  if (!parts.some(({ felt }) => felt)) return clauses.flat();
  const said = parts.flatMap((part) => (part.felt && tellsNothing(part.left.filter(({ folded }) => !withFeeling.has(folded))) ? [] : part.said));
  return said.some(({ folded }) => aMatter.test(folded) || anAct.test(folded)) ? clauses.flat() : said;
}

/**
 * Whether a turn tells how the customer feels about being served or not understood, perhaps whom they want to talk to, and nothing of the matter: "furious,
 * get me a person". Such words are said of any matter, and a reading of what they are about rests on other customers' matters.
 */
export function tellsOnlyFeeling({ parts, complains }: Feelings): boolean {
  if (!parts.some(({ felt }) => felt)) return false;
  const left = parts.flatMap((part) => part.left);
  if (left.some(({ folded }) => aMatter.test(folded))) return false;
  return tellsNothing(besideRequest(left).filter(({ folded }) => !withFeeling.has(folded) && !(complains && tryingToBeHeard.has(folded))));
}
