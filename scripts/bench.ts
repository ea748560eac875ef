import { join } from "node:path";
import { benchNlu, printedNlu } from "./bench/nlu.ts";
import { benchQueue } from "./bench/queue.ts";
import { benchReplies, printedReplies } from "./bench/reply-figures.ts";
import { benchReactions } from "./bench/reactions.ts";
import { benchTurn } from "./bench/turn.ts";
import { benchWhisper } from "./bench/whisper.ts";
import { printed, type Line } from "./bench/report.ts";
import { readOptions } from "./options.ts";

const usage = `npm run bench [-- NAME ...] [--data DIR] [--json]: measures what docs/benchmarks.md promises, and ends with 1 when a goal that must hold does not.
NAME is one of turn, queue, reactions, whisper, nlu and replies; the last two read the public sets under DIR, and are left out without it.`;

const benches: Record<string, (progress: (text: string) => void) => Promise<Line[]>> = { turn: benchTurn, queue: benchQueue, reactions: benchReactions, whisper: benchWhisper };
const onData = ["nlu", "replies"];
const known = [...Object.keys(benches), ...onData];

const { values: { json, data }, positionals: names } = readOptions(usage, { allowPositionals: true, options: { json: { type: "boolean", default: false }, data: { type: "string" } } });
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`error: no benchmark called ${unknown.join(", ")}; there is: ${known.join(", ")}`);
  process.exit(1);
}
const lacking = names.find((name) => onData.includes(name));
if (lacking !== undefined && data === undefined) {
  console.error(`error: ${lacking} is measured on public data: npm run bench -- ${lacking} --data DIR, where DIR holds ${lacking === "nlu" ? "emotion/ and nlu/" : "nlu/"}`);
  process.exit(1);
}
const wanted = (name: string): boolean => names.length === 0 || names.includes(name);
/** Progress goes to stderr, so that --json stays data. */
const progress = (name: string) => (text: string): void => console.error(`${name}: ${text} ...`);

const results: Record<string, Line[]> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (!wanted(name)) continue;
  results[name] = await bench(progress(name));
  if (!json) console.log(`${name}: median of the paired ratios (quartiles)\n${results[name].map(printed).join("\n")}`);
}
const nlu = data !== undefined && wanted("nlu") ? await benchNlu(data, progress("nlu")) : null;
if (nlu && !json) console.log(printedNlu(nlu));
const replies = data !== undefined && wanted("replies") ? await benchReplies(join(data, "nlu"), progress("replies")) : null;
if (replies && !json) console.log(printedReplies(replies));
if (json) console.log(JSON.stringify({ node: process.version, at: new Date().toISOString(), results, nlu, replies }, null, 2));
process.exitCode = Object.values(results).flat().every(({ ok }) => ok) ? 0 : 1;
