import {
  aboutMyself, agentData, asksAboutRules, asksWhatYouAre, byPhone, deedRequestAt, forSomebody, helpMe, humanThings, isNobodyThere, otherAgents, prefersAssistant, speaksOfMyself, wantsSomething,
  wantsTheOneNamed, wasTalking, withWhom,
} from "./human-request-patterns.ts";
import { anybody, contact, courtesy, desks, neighbours, shortTypos, staff, wants } from "./human-request-words.ts";
import { nearWords } from "./near-words.ts";
import { lineOf, wordSet } from "./words.ts";
import type { Word } from "./words.ts";

// Both languages at once: a customer may ask in either, whatever the conversation has been in.

const negations = wordSet("no not dont don't doesn't doesnt sin never nunca jamas tampoco without didn't didnt won't wont cannot can't cant");
/** Saying no to these asks for a person. */
const machines = wordSet("robot robots bot bots maquina maquinas chatbot chatbots ia ai ordenador machine machines computer contestador grabacion automatico automated virtual");
const noOne = wordSet("nadie ninguno ninguna ningun nobody none");

const past = wordSet(`
  hable hablaba hablado hablamos hablaron hablo llame llamo llamaron llamaba atendio atendieron atendida dijo dijeron contacte contacto paso
  spoke spoken talked called contacted chatted said told`);
const pastTime = wordSet("ayer anoche antes anteayer antier pasada pasado ya anteriormente yesterday earlier before already last ago previously");
/** With an accent these are past and nothing else. */
const accentedPast = wordSet("hablé habló llamé llamó contacté contactó pasó comuniqué platiqué pasé puse transfirió conectó");

const real = wordSet("real reales verdad hueso humano humana fisica viva live actual proper cualificada available disponible");

const personNames = [...staff, ...anybody];
const nearPerson = nearWords(personNames, neighbours, 5);
const nearContact = nearWords(contact, neighbours, 5);

const stretched = /(\p{L})\1{2,}/gu;

/** Words between a refusal and what it refuses: "no quiero tener que hablar con una persona". */
const negationReach = 6;

/** How far apart the verb and the person may be: "hablar por favor cuanto antes con una persona". */
const reach = 7;

type Kind = { person: boolean; staff: boolean; contact: boolean };
/** Words whose kind is remembered; the bound keeps a flood of junk from filling memory. */
const kindsKept = 20_000;
const knownKinds = new Map<string, Kind>();

function kindOf({ folded }: Word): Kind {
  const known = knownKinds.get(folded);
  if (known !== undefined) return known;
  const kind = lookUp(folded);
  if (folded.length > longestKind) return kind;
  if (knownKinds.size >= kindsKept) knownKinds.clear();
  knownKinds.set(folded, kind);
  return kind;
}
/** Longer is no word of ours, and not worth remembering. */
const longestKind = 24;
function lookUp(folded: string): Kind {
  const word = shortTypos[folded] ?? folded.replace(stretched, "$1");
  const person = nearPerson(word);
  return { person: person !== null, staff: person !== null && staff.has(person), contact: nearContact(word) !== null };
}

/**
 * The customer asks, now and for themselves, for a person; in any wording of either language, misspelt too.
 *
 * Read clause by clause: a verb of contact with a person in reach, a wish for a member of staff, a line that is nothing but
 * a person, or a refusal of the machine. What happened ("ayer hablé con una agente") and what is refused ("no quiero hablar
 * con nadie") is no request.
 *
 * @param clauses words grouped by punctuation, from clausesOf
 */
export function asksForPerson(clauses: Word[][]): boolean {
  return clauses.some((clause, i) => ((clauseAsks(clause) || asksAfterNumber(clause)) && !turnedDown(clauses, i)) || (i > 0 && wantsTheOneNamed(lineOf(clauses[i - 1] ?? []), lineOf(clause))));
}

/**
 * What the patterns make of a text: it is nothing but the name of a person ("representitive") or the question whether anybody is there, and so asks; it asks for a person; it speaks of people in a way that can be no request (a rule asked about, a thing, what the
 * assistant is); in a way that hardly is one (refused, somebody else's matter); tells the past, which a request may follow; or they have nothing to say.
 */
export type RequestFinding = "names" | "asks" | "never" | "hardly" | "told" | "open";

/** A bare name of somebody with a courtesy or two. */
const bareWords = 3;

export function findRequest(clauses: Word[][]): RequestFinding {
  const [first] = clauses;
  if (asksForPerson(clauses)) return first !== undefined && clauses.length === 1 && (isNobodyThere.test(lineOf(first)) || (first.length <= bareWords && first.every((word) => kindOf(word).staff || courtesy.has(word.folded)))) ? "names" : "asks";
  const found = clauses.map((clause, i) => (turnedDown(clauses, i) ? "hardly" : findInClause(clause)));
  const barred = (["hardly", "never"] as const).find((one) => found.includes(one));
  if (barred !== undefined || !found.includes("told")) return barred ?? "open";
  return found.includes("open") ? "told" : "hardly";
}

/** What else a request says: its words without those that ask. */
export const besideRequest = (words: Word[]): Word[] => words.filter((word) => !wants.has(word.folded) && !kindOf(word).person && !kindOf(word).contact);

/** Words beside such a question that change nothing of it: a greeting, a thank you. */
const besideWords = 2;
/** The customer asks whether a person or a machine writes, and nothing else. */
export const asksWhatAssistantIs = (clauses: Word[][]): boolean =>
  clauses.some((clause) => asksWhatYouAre.test(lineOf(clause))) && clauses.every((clause) => clause.length <= besideWords || asksWhatYouAre.test(lineOf(clause)));

function findInClause(clause: Word[]): RequestFinding {
  const line = lineOf(clause);
  if (asksAboutRules(line) || asksWhatYouAre.test(line) || otherAgents.test(line) || clause.some((_, i) => describesThing(clause, i))) return "never";
  const names = clause.findIndex((word) => kindOf(word).person);
  const target = names >= 0 ? names : deskIn(clause);
  const refused = target >= 0 ? negatedBefore(clause, target) : contactRefused(clause);
  if (!refused && target >= 0 && tellsThePast(clause)) return "told";
  return refused || prefersAssistant.test(line) || (target >= 0 && isThirdParty(clause, target)) || concernsOthers(line) || aboutMyself.test(line) || speaksOfMyself(line) || wantsSomething(line) ? "hardly" : "open";
}

/** "No quiero hablar con nadie": the verb is denied, or reaches nobody. "Nobody wrote to me" only tells. */
function contactRefused(clause: Word[]): boolean {
  const at = clause.findIndex((word) => kindOf(word).contact);
  return at >= 0 && (negatedBefore(clause, at) || clause.slice(at + 1).some(({ folded }) => noOne.has(folded)));
}

/** "a person? no thanks": nothing but a person, and the next words refuse it. */
const turnedDown = (clauses: Word[][], i: number): boolean => (clauses[i]?.length ?? 0) <= bareWords && /^(?:no|nah|nope|not needed|ni falta)\b/.test(lineOf(clauses[i + 1] ?? []));

/** Somebody who receives for the customer, or an agent's number told: people are named and nobody is asked for. */
const reaches = /\b(?:quiero|necesito|puedo|pasame|paseme|ponme|want|need|can i|let me|get me)(?: \w{1,12}){0,3} (?:hablar|con|talk|speak|agent|agente|human|persona)\b/;
const concernsOthers = (line: string): boolean => (forSomebody.test(line) || agentData.test(line)) && !reaches.test(line);

function clauseAsks(clause: Word[]): boolean {
  const kinds = clause.map((word, i) => (describesThing(clause, i) ? noKind : kindOf(word)));
  const line = lineOf(clause);
  const has = (set: ReadonlySet<string>): boolean => clause.some(({ folded }) => set.has(folded));
  if (has(machines) && !speaksOfMyself(line)) return !asksWhatYouAre.test(line) && refusesMachine(clause);
  if (isNobodyThere.test(line)) return true;
  if (asksAboutRules(line) || concernsOthers(line) || prefersAssistant.test(line) || asksWhatYouAre.test(line)) return false;
  if (has(noOne)) return false;
  if (asksInOtherWords(clause)) return true;
  const personAt = kinds.findIndex(({ person }) => person);
  const deskAt = deskIn(clause);
  const target = personAt >= 0 ? personAt : deskAt;
  if (target < 0) return false;
  if (onlyPerson(clause, kinds, deskAt)) return !negatedBefore(clause, target);
  if (tellsThePast(clause)) return false;
  for (let at = 0; at < clause.length; at += 1) {
    if (kinds[at]?.contact !== true || kinds[at]?.person === true) continue;
    const object = nearestObject(kinds, clause, at, deskAt);
    if (object >= 0 && !negatedBefore(clause, Math.min(at, object))) return true;
  }
  return wishes(clause, kinds, personAt);
}

const noKind: Kind = { person: false, staff: false, contact: false };
const humanWord = /^human[oa]?s?$/;
/** What may stand before "humano" where it means a person, or service by one; after any other word it describes a thing ("muñeca humana"). */
const besideHuman = wordSet(`
  ser seres atencion trato ayuda asistencia respuesta voz intervencion apoyo servicio soporte recurso como es eres sois soy son mas muy realmente no ni sin hay algo
  puto puta maldito jodido simple verdadero autentico dichoso bendito solo sea fuera real cualquier`);

function describesThing(clause: Word[], i: number): boolean {
  const word = clause[i]?.folded ?? "";
  if (!humanWord.test(word)) return false;
  if (word.startsWith("humano") || word.startsWith("humana")) {
    const before = clause[i - 1];
    if (before === undefined || besideHuman.has(before.folded) || courtesy.has(before.folded) || real.has(before.folded) || wants.has(before.folded)) return false;
    const { person, contact: reaches } = kindOf(before);
    return !person && !reaches && /[ao]s?$/.test(before.folded);
  }
  return humanThings.test(clause[i + 1]?.folded ?? "");
}

function asksInOtherWords(clause: Word[]): boolean {
  const line = lineOf(clause);
  const match = withWhom.exec(line) ?? byPhone.exec(line) ?? helpMe.exec(line);
  const index = match?.index ?? deedRequestAt(line);
  if (index < 0 || tellsThePast(clause)) return false;
  return !negatedBefore(clause, line.slice(0, index).split(" ").length - 1);
}

/** The person or desk that a verb of contact reaches: after it, or just before it ("que alguien me llame"). */
function nearestObject(kinds: Kind[], clause: Word[], at: number, deskAt: number): number {
  for (let i = at + 1; i <= at + reach && i < kinds.length; i += 1) {
    if (kinds[i]?.person !== true && i !== deskAt) continue;
    // "the person who delivered": somebody else is meant, unless the relative clause is about serving me.
    return isThirdParty(clause, i) ? -1 : i;
  }
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    if (kinds[i]?.person === true && clause.slice(0, i).some(({ folded }) => wants.has(folded) || folded === "que") && !isThirdParty(clause, i)) return i;
  }
  return -1;
}

const relative = wordSet("que who that which");
const serving = wordSet("me nos us atienda atiende ayude ayudar ayuda pueda puede sepa entienda resuelva tenga hable habla sea no can could knows speaks understands helps is will not isn't actually");
const definite = wordSet("la el the aquella that");

function isThirdParty(clause: Word[], person: number): boolean {
  const next = clause[person + 1]?.folded ?? "";
  const after = clause[person + 2]?.folded ?? "";
  return relative.has(next) && definite.has(clause[person - 1]?.folded ?? "") && !serving.has(after);
}

function deskIn(clause: Word[]): number {
  return clause.findIndex(({ folded }, i) => {
    if (!desks.has(folded)) return false;
    const next = clause[i + 1]?.folded ?? "";
    const third = clause[i + 2]?.folded ?? "";
    if (folded === "atencion") return next === "humana" || next === "personal" || next === "personalizada" || third === "cliente";
    if (folded === "servicio") return third === "cliente";
    if (folded === "service" || folded === "care") return ["customer", "client"].includes(clause[i - 1]?.folded ?? "");
    return true;
  });
}

/** Imperatives with "me" cannot be negated in Spanish: in "no me sirves pásame con otro" the refusal is of something else. */
const imperatives = wordSet("pasame paseme ponme pongame comunicame comuniqueme transfiereme transfierame derivame deriveme conectame conecteme contactame dame deme");

function negatedBefore(clause: Word[], at: number): boolean {
  if (imperatives.has(clause[at]?.folded ?? "")) return false;
  for (let i = at - 1; i >= Math.max(0, at - negationReach); i -= 1) {
    const word = clause[i]?.folded ?? "";
    // "no llega y quiero hablar con alguien": the refusal must reach the request through words that pass it on.
    if (!negations.has(word)) {
      if (!carriesRefusal(word)) return false;
      continue;
    }
    // "¿por qué no puedo hablar con alguien?", "why can't I talk to someone" complain of not being able to, and so ask.
    const before = clause[i - 1]?.folded ?? "";
    const question = before === "que" || before === "why" || clause[0]?.folded === "why" || clause[0]?.folded === "can't" || clause[0]?.folded === "cant";
    const able = ["puedo", "podria", "consigo", "puede", "hay"].includes(clause[i + 1]?.folded ?? "");
    return !question && !able;
  }
  return false;
}

const carriers = wordSet("hace falta que tener tengo tenga me nos te le ganas de poder necesario preciso apetece interesa really even ever think thinking i you we to have for feel like one any more anymore going gonna trying intento voy estoy intentando need wish care about");
const carriesRefusal = (word: string): boolean => word !== "y" && word !== "o" && (carriers.has(word) || wants.has(word) || courtesy.has(word) || nearContact(word) !== null || nearPerson(word) !== null);

function tellsThePast(clause: Word[]): boolean {
  if (clause.some(({ text }) => accentedPast.has(text.toLowerCase().normalize("NFC")))) return true;
  const time = clause.some(({ folded }) => pastTime.has(folded));
  const wish = clause.some(({ folded }) => wants.has(folded) && folded !== "hay" && folded !== "please");
  if (time && !wish && clause.some(({ folded }) => past.has(folded))) return true;
  if (wasTalking.test(lineOf(clause))) return true;
  const english = clause.findIndex(({ folded }) => ["spoke", "spoken", "talked", "chatted", "called", "contacted"].includes(folded));
  return english >= 0 && !wish;
}

/** Nothing but a person and courtesies: "un agente por favor", "real human". */
/** An order's number or a postcode; what is counted has fewer digits, or is several. */
const longNumber = /^\d{4,12}$/;
/** "pedido 1043 persona ya": a number ends what was said before it as a full stop would. */
function asksAfterNumber(clause: Word[]): boolean {
  const at = clause.findLastIndex(({ folded }) => longNumber.test(folded));
  const rest = at < 0 ? [] : clause.slice(at + 1);
  const kinds = rest.map((word) => kindOf(word));
  const named = rest.find((_, i) => kinds[i]?.person === true);
  return named !== undefined && !named.folded.endsWith("s") && onlyPerson(rest, kinds, -1);
}

function onlyPerson(clause: Word[], kinds: Kind[], deskAt: number): boolean {
  return clause.length <= 8 && clause.every(({ folded }, i) =>
    kinds[i]?.person === true || kinds[i]?.staff === true || i === deskAt || courtesy.has(folded) || real.has(folded)
    || (deskAt >= 0 && ["atencion", "al", "cliente", "clientes", "customer", "servicio", "personal", "personalizada"].includes(folded)));
}

const somebody = "(?:alguien|personas?|human[oa]s?|agentes?|operador(?:es)?|asesor(?:es)?|anyone|anybody|someone|somebody|humans?|agents?|people|person)";
const isAnyoneThere = new RegExp([
  `\\b(?:hay|is there|are there|there is) (?:(?:algun|alguna|un|una|any|a|an|real|live) ){0,2}${somebody}(?: (?:real|humano|de verdad|ahi|aqui|there|here|que me|que pueda|i can|i could|who can|to talk|to help|disponibles?|available|detras)|$)`,
  `\\b(?:is|are) (?:any|some|a )?${somebody} (?:real )?(?:there|here|available)\\b`,
  `^(?:hello |hola )?${somebody} (?:real )?(?:there|here|ahi|aqui)$`,
].join("|"));

/** A wish for a member of staff, or for a real person: "necesito un asesor", "i want a human", "¿hay alguien ahí?". */
function wishes(clause: Word[], kinds: Kind[], personAt: number): boolean {
  if (personAt < 0 || negatedBefore(clause, personAt) || isThirdParty(clause, personAt)) return false;
  const near = clause.slice(Math.max(0, personAt - 4), personAt);
  const next = clause[personAt + 1]?.folded ?? "";
  const line = clause.map(({ folded }) => folded).join(" ");
  if (isAnyoneThere.test(line)) return true;
  const wishAt = near.findLastIndex(({ folded }) => wants.has(folded));
  if (wishAt < 0) return false;
  // "quiero un regalo para alguien" wishes for something else: only small words may stand between the wish and anybody.
  if (kinds[personAt]?.staff !== true && !near.slice(wishAt + 1).every(({ folded }) => courtesy.has(folded) || real.has(folded) || folded === "have" || folded === "get")) return false;
  // "necesito un agente de limpieza", "cleaning agent": a product, not a person.
  if (["limpieza", "limpiador"].includes(clause[personAt + 2]?.folded ?? "") || ["cleaning", "raising", "travel"].includes(clause[personAt - 1]?.folded ?? "")) return false;
  if (kinds[personAt]?.staff === true) return true;
  const before = clause[personAt - 1]?.folded ?? "";
  if (real.has(next) || real.has(before) || next === "" || courtesy.has(next)) return true;
  const rest = clause.slice(personAt + 1, personAt + 6).map(({ folded }) => folded);
  return rest.some((word) => ["ayude", "ayudar", "ayudarme", "atienda", "atender", "llame", "resuelva", "escuche", "help", "assist", "listen", "solve", "explique", "entienda", "understands", "conteste"].includes(word))
    && rest.some((word) => ["me", "nos", "us", "conmigo", "pueda", "can", "who", "que", "to", "ayudarme"].includes(word));
}

/** "no quiero hablar con un robot", "stop the bot": asks for a person by refusing the machine; also "a human, not a bot". */
function refusesMachine(clause: Word[]): boolean {
  const line = clause.map(({ folded }) => folded);
  const machine = line.findIndex((word) => machines.has(word));
  const person = clause.findIndex((word) => { const kind = kindOf(word); return kind.person; });
  const refuses = line.slice(0, machine).some((word) => negations.has(word) || ["basta", "harto", "harta", "stop", "tired", "sick", "odio", "hate", "instead", "menos", "enough", "vez"].includes(word));
  const refusesAfter = line.slice(machine).some((word) => ["no", "not"].includes(word)) && person >= 0;
  const talks = line.some((word) => nearContact(shortTypos[word] ?? word) !== null || wants.has(word)) || line.length <= machine + 2 || line.includes("mas");
  const question = line[0] === "eres" || line[0] === "are" || line[0] === "is" || line[0] === "es";
  if (question) return false;
  return (refuses && talks) || (refusesAfter && talks) || (person >= 0 && talks && !refuses && clause.some((word, i) => i !== machine && kindOf(word).person));
}
