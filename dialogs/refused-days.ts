import type { Understanding } from "../src/core/understanding.ts";
import { plainWords } from "./customer-words.ts";

/** Days of one turn, ISO 8601, in the order written: those asked for, and those that do not suit. */
export type DaysNamed = { wanted: string[]; refused: string[] };

/** Stands for a date in a clause; no word of either language. */
const mark = "qdq";
const day = `${mark}\\d+${mark}`;

/** "Any day but Friday" leaves Friday out; every other "but" opens something new. */
const exceptDay = /\b(day|days|date|dates|dia|dias|fecha|fechas|anything|any|time|cualquiera|otro|else) (?:but|except|excepto|menos|salvo|other than|apart from|que no sea)(?: not)?(?: for| on| el)?(?= )/g;
const newClause = /[.,;:!?¡¿\n()]+|\b(?:pero|sino|mejor|prefiero|mas bien|but|rather|instead|prefer|better|aunque|how about|what about)\b/;

/** Bounds and polite questions hold a "no" that refuses nothing: "no later than Friday", "¿no puede ser el viernes?". */
const noRefusal = /\b(?:no (?:later|sooner|earlier|mas tarde|antes|despues|hasta|problem\w{0,2}|hay (?:ningun )?problema|me importa|pasa nada|esta mal)|not (?:before|until|later|earlier|bad)|(?:por que|y si|why) no[t]?|(?:can|could|would|won) ?t (?:you|it)|(?:no|not) (?:puede|pueden|podria|podrian|podeis|puedes|podrias) (?:ser|venir|traer\w{0,4}|entregar\w{0,4}|llegar|cambiar\w{0,4}|pasar\w{0,4}|pon\w{2,5}))\b/;
const no = "(?:no|not|nt|tampoco|nunca|never|cannot|cant|can t|isn t|isnt|don t|dont|doesn t|doesnt|won t|wont|excluding|excepto|except|salvo|imposible|impossible)";
const bad = `(?:${no}|(?:is|s|es|seria|would be) (?:${no}|out|bad|impossible|imposible|busy|taken|mala?)|(?:i m|im|i am|i ll be|i will be|we re|we are) (?:away|out|busy|working|travelling|abroad)|(?:estoy|estare|estamos|estaremos) (?:fuera|de viaje|trabajando|ocupad[oa]s?)|(?:me|nos) (?:va|viene) (?:fatal|mal))`;
const dayThenNo = new RegExp(`(${day})(?: (?:por|a|de|in|at|the|la|el|manana|tarde|morning|afternoon|evening|ya|yo|me|nos|i|we|really|just|that|eso|si|dia|day)){0,4} ${bad}\\b`, "g");
const noThenDay = new RegExp(`\\b(?:${no}|ni|(?:i m|im|i am|we re|we are|i ll be|i will be) (?:away|out|busy|working|travelling|abroad)|(?:estoy|estare|estamos|estaremos) (?:fuera|de viaje|trabajando|ocupad[oa]s?))(?: \\w{1,12}){0,5}? (?=((?:${day}(?: (?:o|y|ni|or|and|nor|el|on|the|a)){1,2} ){0,3}${day}))`, "g");
/** "No el jueves": without a comma it may refuse that day or correct to it. */
const bareNo = new RegExp(`^no(?: el| la| the| on| for| para)* (${day})$`);

/**
 * Which of the days in a turn are wanted and which are refused: "mañana no, el viernes", "any day but tomorrow". Read clause by clause, from the day
 * outwards: a refusal right behind a day is that day's, else one before it in the same clause.
 *
 * @param proposed the day last read back to the customer: a bare "no" before that day refuses it, and before another day corrects to that one
 */
export function daysNamed(text: string, understanding: Understanding, proposed: string | null): DaysNamed {
  const dates = understanding.entities.flatMap((entity) => (entity.kind === "date" ? [entity] : []));
  let marked = text;
  let from = 0;
  const standing = dates.filter((date, i) => {
    const at = marked.indexOf(date.text, from);
    if (at < 0) return false;
    const placed = ` ${mark}${i}${mark} `;
    marked = marked.slice(0, at) + placed + marked.slice(at + date.text.length);
    from = at + placed.length;
    return true;
  });
  const refused = new Set<number>();
  const folded = marked.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(exceptDay, "$1 excluding");
  for (const part of folded.split(newClause)) for (const index of refusedIn(plainWords(part), (i) => dates[i]?.value === proposed)) refused.add(index);
  const values = (kept: boolean): string[] => dates.flatMap((date, i) => (refused.has(i) === kept && (kept ? standing.includes(date) : true) ? [date.value] : []));
  const left = values(true);
  return { wanted: values(false).filter((value) => !left.includes(value)), refused: left };
}

/** Indices of the days that one clause refuses. */
function refusedIn(clause: string, isProposed: (index: number) => boolean): number[] {
  const found = (marks: string): number[] => Array.from(marks.matchAll(new RegExp(`${mark}(\\d+)${mark}`, "g")), (match) => Number(match[1]));
  if (!clause.includes(mark) || noRefusal.test(clause)) return [];
  const bare = bareNo.exec(clause);
  if (bare !== null) return found(bare[1] ?? "").filter(isProposed);
  const behind: number[] = [];
  const rest = clause.replace(dayThenNo, (_, one: string) => {
    behind.push(...found(one));
    return "";
  });
  // "Mañana no el viernes": the refusal is spent on the first day.
  const before = Array.from(rest.matchAll(noThenDay), (match) => found(match[1] ?? "")).flat();
  return [...behind, ...before];
}
