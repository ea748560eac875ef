import { tokensOf } from "./dialogue.ts";

/** Which words of a template were written to more than one customer: what was written to one alone may be about that one. */
export type ToldWordings = {
  add(text: string, customer: string): void;
  /** Whether every word of a wording was written to at least two different customers. */
  general(text: string): boolean;
};

/** Stands for two customers or more; who they are does not matter then. */
const several = Symbol("several");

export function createToldWordings(): ToldWordings {
  const toldTo = new Map<string, string | typeof several>();
  return {
    add(text, customer) {
      for (const token of new Set(tokensOf(text))) {
        const before = toldTo.get(token);
        if (before === undefined) toldTo.set(token, customer);
        else if (before !== customer) toldTo.set(token, several);
      }
    },
    general: (text) => tokensOf(text).every((token) => toldTo.get(token) === several),
  };
}
