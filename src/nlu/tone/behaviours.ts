import type { Behaviour, BehaviourWords, ReadBehaviours } from "../../core/behaviours.ts";
import type { Language } from "../../core/turn.ts";
import { sameLengthFold } from "../folded-text.ts";
import { shownBy } from "./behaviour-words.ts";
import { isDenied } from "./negation.ts";

/** A reply longer than this is read to here: what a message shows it shows early, and the cap bounds the cost. */
const lettersRead = 4_000;

/** "¿Es que no sabe leer?", "Is it because you moved?": asked, a reason is not given. The question a tip is dressed in still tells it. */
const asserted: ReadonlySet<Behaviour> = new Set(["explain"]);
const asks = /^[^.!\n]*\?/u;

/** What says no by itself and still shows what it shows: "no se preocupe", "don't worry", "no es culpa suya". */
const saysNo = /^(?:no|not|none|nobody|don't|do not|should(?:n't| not| never)|nadie|ninguno)(?!\p{L})/u;

/** A conjunction opens a clause of its own, out of a negation's reach: "we cannot send it because…". The noun is denied: "there is no reason". */
const deniable = (words: string, one: Behaviour): boolean => !saysNo.test(words) && (one !== "explain" || /(?<!\p{L})(?:reason|cause|explanation|razon|motivo|causa)(?!\p{L})(?! de)/u.test(words));

/** Finds the behaviours of a reply in words that assert them: what is denied in its clause ("no lo siento", "you are not right") shows nothing. */
export const readBehaviours: ReadBehaviours = (text, language) => {
  const read = text.slice(0, lettersRead);
  const folded = sameLengthFold(read);
  const words = (one: Behaviour): string[] => [...new Set(shown(read, folded, one, language).map(([start, end]) => read.slice(start, end).replace(/^[\s,]+|[\s,]+$/g, "")))];
  const found: BehaviourWords = { support: words("support"), explain: words("explain"), anticipate: words("anticipate"), educate: words("educate"), rapport: words("rapport"), personal: words("personal") };
  return found;
};

/** "Soy Laura" introduces somebody, "soy consciente" nobody: a name has a capital. */
const introduces = /^(?:soy|i'm|i am|this is)\s+(?!de |madre|padre|abuel|cel[ií]ac|al[eé]rgic|from |an? |\p{L}+ (?:too|as well|like you|myself))/iu;
const named = /^\S+(?:\s+(?:am|is))?\s+\p{Lu}\p{Ll}/u;
const isNobody = (said: string): boolean => introduces.test(said) && !named.test(said);

const shown = (read: string, folded: string, one: Behaviour, language: Language): [number, number][] => Array.from(folded.matchAll(shownBy[language][one]))
  .filter(({ 0: words, index }) => !deniable(words, one) || !isDenied(folded, index, language))
  .filter(({ 0: words, index }) => !asserted.has(one) || !asks.test(folded.slice(index + words.length)))
  .filter(({ 0: words, index }) => one !== "personal" || !isNobody(read.slice(index, index + words.length)))
  .map(({ 0: words, index }) => [index, index + words.length]);
