import { checkAll, type Check } from "./doctor/checks.ts";
import { gatherFacts } from "./doctor/gather.ts";

/** `npm run doctor [-- --json]`: what is wrong with this machine or set-up, and how to mend it. Ends with 0, or 3 when something is. */
const failedExitCode = 3;

const checks = checkAll(await gatherFacts(process.env));
const ok = checks.every((check) => check.ok);
console.log(process.argv.includes("--json") ? JSON.stringify({ ok, checks }, null, 2) : checks.map(line).join("\n"));
process.exitCode = ok ? 0 : failedExitCode;

function line({ name, ok: fine, found, fix }: Check): string {
  const head = `${fine ? "ok  " : "FAIL"}  ${name.padEnd(22)} ${found}`;
  return fix === null ? head : `${head}\n      fix: ${fix}`;
}
