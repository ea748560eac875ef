import { expect, test } from "@jest/globals";
import { parseRegExpLiteral, type AST } from "@eslint-community/regexpp";
import { beginning } from "../../src/nlu/danger-clues.ts";
import { dangers } from "../../src/nlu/danger.ts";

const textsEach = 300;
/** Stands for any word that a pattern leaves open; no clue begins like it. */
const anyLetter = "Z";

/** Numbers below a bound in a fixed order (mulberry32): the test fails or holds, and never now and then. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A text that a pattern finds, but for what it looks for around it. */
function textBy(part: AST.Node, below: (bound: number) => number): string {
  if (part.type === "Group" || part.type === "CapturingGroup") return textBy(part.alternatives[below(part.alternatives.length)] ?? part, below);
  if (part.type === "Alternative") return part.elements.map((one) => textBy(one, below)).join("");
  if (part.type === "Quantifier") return Array.from({ length: part.min + below(Math.min(part.max - part.min, 3) + 1) }, () => textBy(part.element, below)).join("");
  if (part.type === "Character") return String.fromCodePoint(part.value);
  if (part.type === "CharacterClass") return textBy(part.elements[below(part.elements.length)] ?? part, below);
  if (part.type === "CharacterSet") return part.kind === "any" ? " " : anyLetter;
  return "";
}

test.each(dangers.map((one, at) => [`${one.danger} ${at}`, one] as const))("every text that the patterns of %s find has one of their clues", (_, { patterns, clues }) => {
  const below = numbers(1);
  const texts = patterns.flatMap((pattern) => parseRegExpLiteral(pattern).pattern.alternatives).flatMap((way) => Array.from({ length: textsEach }, () => textBy(way, below).replace(/ +/g, " ").toLowerCase()));
  const found = texts.filter((text) => patterns.some((pattern) => pattern.test(text)));
  expect(found.length).toBeGreaterThan(texts.length / 3);
  expect(found.filter((text) => !text.split(" ").some((word) => clues.has(beginning(word))))).toEqual([]);
});
