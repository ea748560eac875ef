import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../src/core/turn.ts";
import { emotions } from "../../src/core/understanding.ts";
import type { Emotion } from "../../src/core/understanding.ts";
import { hashOf } from "../../src/nlu/linear/feature-hash.ts";
import { fold } from "../../src/nlu/words.ts";

/** A customer turn and what people say of it. */
export type LabelledTurn = {
  speaker: "customer";
  text: string;
  emotion: Emotion;
  valence: number;
  arousal: number;
  dissatisfied: boolean;
  asksForPerson: boolean;
  /** The right moment for a person to take over; null where the turn stands alone and nobody can say. */
  handover: boolean | null;
};
export type OtherTurn = { speaker: "bot" | "agent"; text: string };
/** A conversation, or a single turn by itself. One in five is held out: nothing is ever trained on it. */
export type LabelledText = { id: string; language: Language; kind: "dialogue" | "turn" | "post"; heldOut: boolean; turns: (LabelledTurn | OtherTurn)[] };
/** A message that asks for a person, or one that only speaks of people. */
export type RequestText = { text: string; language: Language; asksForPerson: boolean; heldOut: boolean; /** Speaks of people and shows no feeling, as nearly all lines of the first files do; those of the later ones may be angry or sad. */ plain: boolean };

const customerLine = /^(?:c )?(\w+) (-?\d(?:\.\d)?) (-?\d(?:\.\d)?)(?: ([DP!]+))? \| (.+)$/;
const otherLine = /^([ba]) (.+)$/;
const requestLine = /^([P-]) \| (.+)$/;

/** One unit in five, by its text: the same for ever, whatever is added, and the same for a text that comes twice. */
const isHeldOut = (text: string): boolean => hashOf(fold(text), 0) % 5 === 0;
/**
 * Files whose English lines retell the Spanish ones at about the same place, or whose lines come in pairs that share a story: there every fifth hundred of
 * lines is held out in both languages, so that nothing is tested on the translation or the twin of what it was trained on.
 */
const inBlocks = /^(?:es|en)-(?:posts-1|turns-3|turns-4|people-4|people-5|people-6)\.txt$/;
const block = 100;

const feltLines = /-people-[456]\.txt$/;

const heldOutIn = (file: string, line: number, text: string): boolean => (inBlocks.test(file) ? Math.floor(line / block) % 5 === 4 : isHeldOut(text));

/**
 * Reads the project's own labelled texts from `dir` (`es-turns-1.txt`, `en-dialogues-2.txt`, `es-people.txt`, ...); docs/feelings.md tells the format.
 *
 * @throws Error naming file and line where a line is not in the format
 */
export async function readLabelledTexts(dir: string): Promise<{ texts: LabelledText[]; requests: RequestText[] }> {
  const texts: LabelledText[] = [];
  const requests: RequestText[] = [];
  for (const file of (await readdir(dir)).filter((name) => name.endsWith(".txt")).sort()) {
    const language = file.startsWith("es-") ? "es" : "en";
    const lines = (await readFile(join(dir, file), "utf8")).split("\n");
    if (file.includes("-people")) requests.push(...readRequests(lines, file, language));
    else if (file.includes("-dialogues")) texts.push(...readDialogues(lines, file, language));
    else texts.push(...readTurns(lines, file, language));
  }
  return { texts, requests };
}

function readTurns(lines: string[], file: string, language: Language): LabelledText[] {
  const kind = file.includes("-posts") ? "post" : "turn";
  return lines.flatMap((line, i): LabelledText[] => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const turn = readCustomer(line, null) ?? malformed(file, i, line);
    return [{ id: `${file}:${i + 1}`, language, kind, heldOut: heldOutIn(file, i, turn.text), turns: [turn] }];
  });
}

function readDialogues(lines: string[], file: string, language: Language): LabelledText[] {
  const dialogues: LabelledText[] = [];
  lines.forEach((line, i) => {
    if (line.startsWith("#")) dialogues.push({ id: `${file}:${i + 1}`, language, kind: "dialogue", heldOut: isHeldOut(line), turns: [] });
    if (line.startsWith("#") || line.trim() === "") return;
    dialogues.at(-1)?.turns.push(readOther(line) ?? readCustomer(line, false) ?? malformed(file, i, line));
  });
  return dialogues;
}

function readCustomer(line: string, handover: false | null): LabelledTurn | null {
  const [, name, valence, arousal, flags = "", text] = customerLine.exec(line) ?? [];
  const emotion = emotions.find((one) => one === name);
  if (emotion === undefined || text === undefined) return null;
  return {
    speaker: "customer", text, emotion, valence: Number(valence), arousal: Number(arousal),
    dissatisfied: flags.includes("D"), asksForPerson: flags.includes("P"), handover: flags.includes("!") ? true : handover,
  };
}

function readOther(line: string): OtherTurn | null {
  const [, who, text] = otherLine.exec(line) ?? [];
  return text === undefined ? null : { speaker: who === "b" ? "bot" : "agent", text };
}

function readRequests(lines: string[], file: string, language: Language): RequestText[] {
  return lines.flatMap((line, i) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [, label, text] = requestLine.exec(line) ?? malformed(file, i, line);
    return text === undefined ? [] : [{ text, language, asksForPerson: label === "P", heldOut: heldOutIn(file, i, text), plain: label === "-" && !feltLines.test(file) }];
  });
}

function malformed(file: string, index: number, line: string): never {
  throw new Error(`${file}:${index + 1} is not in the format of docs/feelings.md: ${line.slice(0, 80)}`);
}
