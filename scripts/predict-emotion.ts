import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readDialogue } from "../src/app/read-dialogue.ts";
import type { DialogueLine, LineReading } from "../src/app/read-dialogue.ts";
import { defaultSettings } from "../src/core/policy-settings.ts";
import { loadCatalogue } from "../src/nlu/catalogue.ts";
import { topicsOf } from "../src/nlu/catalogue-views.ts";
import { readBotTurn } from "../src/nlu/bot-turn.ts";
import { createUnderstand, loadModels } from "../src/nlu/understand.ts";
import { command } from "./predict/command.ts";
import { InputError, linesOf, writeLines } from "./predict/json-lines.ts";

/** `npm run -s predict:emotion -- IN OUT`: reads dialogues with the live code and writes a line for each customer line. */
const usage = "usage: npm run -s predict:emotion -- IN.jsonl[.gz] OUT.jsonl[.gz]";
const wanted = '{"id": "...", "lang": "es" or "en", "text": "...", "dialogue_id": "...", "turn": 0, "speaker": "customer", "bot" or "agent"}';

const id = z.union([z.string(), z.number()]);
const line = z.object({
  id, text: z.string(), lang: z.enum(["es", "en"]).nullish().catch(null), dialogue_id: id.nullish(), turn: z.number().nullish(),
  speaker: z.enum(["customer", "bot", "agent"]).nullish().transform((speaker) => speaker ?? "customer"),
});
type Line = z.infer<typeof line>;

/** A reading counts as dissatisfied from here on: the best F1 on the labelled texts that are trained on. */
const dissatisfiedFrom = 0.5;

/** Lines of a dialogue together, in the order given; a line without one stands alone. */
function dialoguesOf(lines: Line[]): Line[][] {
  const dialogues = new Map<string, Line[]>();
  lines.forEach((one, i) => {
    const key = (one.dialogue_id ?? null) === null ? `line ${i}` : `dialogue ${one.dialogue_id}`;
    const dialogue = dialogues.get(key);
    if (dialogue) dialogue.push(one);
    else dialogues.set(key, [one]);
  });
  return [...dialogues.values()];
}

function answer(lineId: Line["id"], { understanding: { emotion }, reason, wanted: score }: LineReading): object {
  const { valence, arousal, emotion: name, confidence, evidence, dissatisfaction } = emotion ?? unread;
  // A reason that fired is a wish for a person by itself; without one, being dissatisfied is half of one.
  const wish = reason ? Math.max(0.9, score) : score;
  return {
    id: lineId, valence, arousal, emotion: name, confidence, evidence, dissatisfied: dissatisfaction >= dissatisfiedFrom, escalate: reason !== null,
    score: Math.round((1 - (1 - wish) * (1 - dissatisfaction / 2)) * 1000) / 1000,
  };
}
const unread = { emotion: "neutral", valence: 0, arousal: 0, confidence: 0, evidence: [], dissatisfaction: 0 };

await command(usage, async () => {
  const { positionals: [input, output] } = parseArgs({ allowPositionals: true });
  if (input === undefined || output === undefined) throw new InputError(usage);
  const root = join(import.meta.dirname, "..");
  const [catalogue, models] = await Promise.all([loadCatalogue(join(root, "intents")), loadModels(join(root, "src/nlu/models"))]);
  const parts = { understand: createUnderstand(models), topics: topicsOf(catalogue), settings: defaultSettings, readBotTurn };
  const lines = await linesOf(input, line, wanted);
  const answers = new Map<Line, object>();
  for (const dialogue of dialoguesOf(lines)) {
    const readings = readDialogue(dialogue.map(({ speaker, text, lang }): DialogueLine => ({ speaker, text, language: lang ?? null })), Date.now(), parts);
    dialogue.filter(({ speaker }) => speaker === "customer").forEach((one, i) => {
      const reading = readings[i];
      if (reading) answers.set(one, answer(one.id, reading));
    });
  }
  await writeLines(output, lines.flatMap((one) => answers.get(one) ?? []));
});
