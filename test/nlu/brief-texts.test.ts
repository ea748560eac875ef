import { join } from "node:path";
import type { EscalationRule } from "../../src/core/policy.ts";
import { behaviours } from "../../src/core/behaviours.ts";
import { dispositions } from "../../src/core/ticket.ts";
import { loadCatalogue } from "../../src/nlu/catalogue.ts";

/** A rule added to the policy is missed here by the compiler. */
const rules: Record<EscalationRule, true> = {
  "safety": true, "asked-for-human": true, "people-topic": true, "needs-empathy": true, "distress": true, "decline": true, "stuck": true, "bot-failure": true, "person-wanted": true,
};

test("the brief says for every rule why now, what to do and what to avoid; the profile, how it ended and what calmed", async () => {
  const { texts } = await loadCatalogue(join(__dirname, "../../intents"));
  const keys = [
    ...Object.keys(rules).flatMap((rule) => [`brief.why.${rule}`, `brief.advice.${rule}`, `brief.avoid.${rule}`]),
    ...dispositions.map((one) => `profile.disposition.${one}`), ...behaviours.map((one) => `profile.advice.calmed.${one}`),
  ];
  expect(keys.filter((key) => !texts.has(key))).toEqual([]);
});
