/**
 * `npm test`: sets up what is missing, then types, lint, and the three kinds of test, each although the one before failed.
 * `--quick` (`npm run check`) leaves out Redis, the whole process and the browser.
 *
 * The last line is `N passed, N failed`: tests, with one more failure for each of types and lint that does not hold.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium, ensurePackages, ensureRedis, ensureWeb, main, node, root, run, say } from "./setup.mjs";

const quick = process.argv.includes("--quick");

await main(async () => {
  await ensurePackages();
  if (!quick) {
    await ensureRedis();
    await ensureChromium();
    await ensureWeb();
  }
  const results = [
    await check("types", "typescript/bin/tsc", ["--noEmit", "-p", "."]),
    await check("lint", "oxlint/bin/oxlint", ["--type-aware", "--deny-warnings"]),
    await tests("unit and architecture", "unit"),
    ...(quick ? [] : [
      await tests("with a real Redis", "int"),
      // Two files at a time: each waits for its server and browser half of the time (615 s one by one, 363 s so, on two cores).
      await tests("whole process and browser", "e2e"),
    ]),
  ];
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
});

/** Runs a tool that passes or fails as a whole. */
async function check(title, file, args) {
  say(`\n== ${title}`);
  const ok = await run(node, [join(root, "node_modules", file), ...args]);
  if (ok) say("ok");
  return { passed: 0, failed: ok ? 0 : 1 };
}

/** Runs one kind of test and counts from jest's own record. */
async function tests(title, project) {
  say(`\n== tests: ${title}`);
  const folder = mkdtempSync(join(tmpdir(), "relevo-tests-"));
  const record = join(folder, "result.json");
  try {
    const ok = await run(node, [join(root, "node_modules/jest/bin/jest.js"), "--selectProjects", project, "--json", `--outputFile=${record}`, "--passWithNoTests"]);
    return count(readRecord(record), ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** A file that did not even load counts as one failure, and so does a run that failed without saying where. */
function count(record, ok) {
  if (!record) return { passed: 0, failed: 1 };
  const failed = record.numFailedTests + record.numRuntimeErrorTestSuites;
  return { passed: record.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}
