/** `npm run talk [-- --explain] [--en]`: the bot in the terminal, with everything in memory: no browser, no Redis, nothing kept. */
import { createInterface } from "node:readline";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dialogs } from "../dialogs/all.ts";
import { createMemoryLog } from "../src/adapters/memory/memory-log.ts";
import { createDemoOrders } from "../src/adapters/orders/demo-orders.ts";
import { createAssistant } from "../src/app/assistant.ts";
import { defaultPolicy } from "../src/core/policy-settings.ts";
import type { StoredEvent } from "../src/core/events.ts";
import { textsOf, topicsOf } from "../src/nlu/catalogue-views.ts";
import { loadCatalogue } from "../src/nlu/catalogue.ts";
import { shopDate } from "../src/nlu/dates.ts";
import { createKnowledge } from "../src/nlu/knowledge.ts";
import { loadModels } from "../src/nlu/models.ts";
import { createUnderstand } from "../src/nlu/understand.ts";

const help = `Talk to the assistant in the terminal. Nothing is kept.

  npm run talk                 in Spanish; write English whenever you like
  npm run talk -- --en         greeted in English
  npm run talk -- --explain    shows what was understood and decided under each turn

An empty line or Ctrl+D ends it.`;

const { values } = parseArgs({ options: { explain: { type: "boolean", default: false }, en: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } } });
if (values.help) {
  process.stdout.write(`${help}\n`);
  process.exit(0);
}

const root = join(import.meta.dirname, "..");
const [catalogue, models] = await Promise.all([loadCatalogue(join(root, "intents")), loadModels(join(root, "src/nlu/models"))]);
const { log } = createMemoryLog();
let counted = 0;
const { handleTurn, startConversation } = createAssistant({
  follows: () => new Map(), log, understand: createUnderstand(models), topics: topicsOf(catalogue), dialogs, orders: createDemoOrders(), ask: createKnowledge(catalogue, models), texts: textsOf(catalogue),
  policy: { current: () => defaultPolicy }, ids: { next: (prefix) => `${prefix}${(counted += 1)}` }, clock: { now: () => Date.now() }, calendarDate: shopDate, placeEvery: 60_000,
  logger: { info: () => undefined, error: (fields, message) => process.stderr.write(`${message}: ${String(fields.err)}\n`) },
});
const conversationId = "terminal";
const origin = { channel: "terminal", customer: { id: "you", name: null, signedIn: false }, reference: null };

let shown = 0;
const show = async (): Promise<void> => {
  const events = await log.read(conversationId, shown);
  shown = events.at(-1)?.version ?? shown;
  for (const event of events) process.stdout.write(lineOf(event));
};

function lineOf(event: StoredEvent): string {
  if (event.type === "ReplyRecorded") {
    const { author, text, quickReplies } = event.reply;
    return `${author}: ${text}\n${quickReplies.length > 0 ? `  [${quickReplies.join("] [")}]\n` : ""}`;
  }
  if (!values.explain) return "";
  if (event.type === "TurnUnderstood") {
    const { language, intents, intentSure, entities, emotion, wantsHuman, danger } = event.understanding;
    const best = intents.slice(0, 3).map(({ intent, confidence }) => `${intent} ${confidence.toFixed(2)}`).join(", ");
    const found = entities.map(({ kind, value }) => `${kind} ${value}`).join(", ");
    const felt = emotion ? `${emotion.emotion} (valence ${emotion.valence.toFixed(2)}, arousal ${emotion.arousal.toFixed(2)}, confidence ${emotion.confidence.toFixed(2)}${emotion.evidence.length > 0 ? `: ${emotion.evidence.join(", ")}` : ""})` : "not read";
    return `  understood  ${language} | ${best || "nothing"}${intentSure ? "" : " (not sure)"} | ${found || "no entities"} | ${felt}${wantsHuman ? " | wants a person" : ""}${danger ? ` | danger: ${danger}` : ""}\n`;
  }
  if (event.type === "DecisionMade") {
    const { rule, action, policyVersion } = event.decision;
    return `  decided     ${rule} -> ${action.kind}${"reason" in action ? ` ${JSON.stringify(action.reason)}` : ""} | policy ${policyVersion}\n`;
  }
  return "";
}

await startConversation(conversationId, origin, values.en ? "en" : "es");
await show();
const input = createInterface({ input: process.stdin, output: process.stdout, prompt: "> ", terminal: process.stdin.isTTY });
input.prompt();
for await (const line of input) {
  if (line.trim() === "") break;
  await handleTurn({ conversationId, turnId: String((counted += 1)), at: Date.now(), text: line, locale: null, control: null, rating: null, attachments: [] }, origin);
  await show();
  input.prompt();
}
input.close();
