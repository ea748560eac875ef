import { benchTurn } from "./bench/turn.ts";
import { printed, type Line } from "./bench/report.ts";

/**
 * `npm run bench [-- NAME] [--json]`: measures what docs/benchmarks.md promises, each as a ratio to a floor measured in the
 * same seconds. Ends with 1 when a goal that must hold does not.
 */
const benches: Record<string, (progress: (text: string) => void) => Promise<Line[]>> = { turn: benchTurn };

const args = process.argv.slice(2);
const json = args.includes("--json");
const names = args.filter((arg) => !arg.startsWith("--"));
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`error: no benchmark called ${unknown.join(", ")}; there is: ${Object.keys(benches).join(", ")}`);
  process.exit(1);
}

const results: Record<string, Line[]> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  // Progress goes to stderr, so that --json stays data.
  results[name] = await bench((text) => console.error(`${name}: ${text} ...`));
  if (!json) console.log(`${name}: median of the paired ratios (quartiles)\n${results[name].map(printed).join("\n")}`);
}
if (json) console.log(JSON.stringify({ node: process.version, at: new Date().toISOString(), results }, null, 2));
process.exitCode = Object.values(results).flat().every(({ ok }) => ok) ? 0 : 1;
