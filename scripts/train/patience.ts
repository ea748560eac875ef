import { readDialogue } from "../../src/app/read-dialogue.ts";
import type { DialogueParts, LineReading } from "../../src/app/read-dialogue.ts";
import { patienceSignals } from "../../src/core/person-wanted.ts";
import { hashOf } from "../../src/nlu/linear/feature-hash.ts";
import { fitLogistic } from "../../src/nlu/linear/logistic.ts";
import type { Logistic } from "../../src/nlu/linear/logistic.ts";
import { readEmotionModel } from "../../src/nlu/emotion/model.ts";
import { createUnderstand } from "../../src/nlu/understand.ts";
import type { Models } from "../../src/nlu/models.ts";
import { trainEmotion } from "./emotion.ts";
import type { TextSets } from "./emotion-examples.ts";
import type { LabelledText, LabelledTurn } from "./labelled-texts.ts";

/** Dialogues are read by a model that was not trained on them: one that was is too sure of them. */
const folds = 3;

export type JudgedDialogue = { dialogue: LabelledText; turns: LabelledTurn[]; readings: LineReading[] };

/** Reads all labelled dialogues that are not held out, each by a model that has not seen it. */
export function readUnseen(sets: TextSets, models: Models, parts: Omit<DialogueParts, "understand">): JudgedDialogue[] {
  const own = sets.own.filter(({ heldOut }) => !heldOut);
  const foldOf = ({ id }: LabelledText): number => hashOf(id, 1) % folds;
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const model = trainEmotion({ ...sets, own: own.filter((text) => foldOf(text) !== fold) }, models.readers);
    const understand = createUnderstand({ ...models, emotion: readEmotionModel(model, models.readers.vectors) });
    return own.filter((text) => text.kind === "dialogue" && foldOf(text) === fold).map((dialogue) => judged(dialogue, { ...parts, understand }));
  });
}

/** A labelled dialogue beside what the live code makes of it. */
export function judged(dialogue: LabelledText, parts: DialogueParts): JudgedDialogue {
  const lines = dialogue.turns.map(({ speaker, text }) => ({ speaker, text, language: dialogue.language }));
  return { dialogue, turns: dialogue.turns.filter((turn) => turn.speaker === "customer"), readings: readDialogue(lines, 0, parts) };
}

/** Fits the weights of core/person-wanted.ts: the turn at which a person should take over against all turns before it and all turns of dialogues without one. */
export function fitPatience(dialogues: readonly JudgedDialogue[]): Logistic {
  return fitLogistic(dialogues.flatMap(({ turns, readings }) => {
    const moment = turns.findIndex(({ handover }) => handover === true);
    return readings.slice(0, moment < 0 ? undefined : moment + 1).map(({ facts }, i) => ({ signals: patienceSignals(facts), happened: i === moment, weight: 1 }));
  }));
}
