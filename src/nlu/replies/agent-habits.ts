/** How a text is written, whatever it says. */
type Traits = { usual: number; rare: number; ended: number; capital: number; spaced: number; length: number };
type Trait = keyof Traits;

/** What the writing of an agent's replies so far says about the next one. */
export type AgentHabits = {
  /** @param replies the agent's earlier turns of this dialogue @returns for a candidate a row of `habitNames` */
  reader(replies: readonly string[]): (candidate: string) => number[];
};

/** How a candidate is written, then (`own...`) how well that goes with how this agent writes: some pick the house's replies, some write in their own words, in short, without full stops. */
export const habitNames = ["usual", "known", "rare", "ended", "spaced", "saidBefore", "ownUsual", "ownRare", "ownEnded", "ownCapital", "ownSpaced", "ownLength"] as const;

/** A reply written up to so many times is somebody's own words rather than the house's. */
const rareUpTo = 3;
/** All agents' average counts like so many replies of this one: two replies are a hint, ten are a habit. */
const doubt = 2;
const traitNames: readonly Trait[] = ["usual", "rare", "ended", "capital", "spaced", "length"];

/** @param texts all past replies as they were written */
export function learnHabits(texts: readonly string[]): AgentHabits {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const traitsOf = (text: string): Traits => {
    const count = counts.get(text) ?? 0;
    return {
      usual: Math.log(1 + count),
      rare: count > rareUpTo ? 0 : 1,
      ended: /[.?!]$/u.test(text) ? 1 : 0,
      capital: /^\p{Lu}/u.test(text) ? 1 : 0,
      spaced: text.endsWith(" ") ? 1 : 0,
      length: Math.log(1 + text.length),
    };
  };
  const general: Traits = { usual: 0, rare: 0, ended: 0, capital: 0, spaced: 0, length: 0 };
  for (const [text, count] of counts) {
    const traits = traitsOf(text);
    for (const name of traitNames) general[name] += (traits[name] * count) / Math.max(1, texts.length);
  }
  return {
    reader(replies) {
      const said = new Set(replies);
      const seen = replies.map(traitsOf);
      // How far this agent is from the average, held back while little is seen.
      const leaning = (name: Trait): number => seen.reduce((sum, traits) => sum + traits[name] - general[name], 0) / (replies.length + doubt);
      const own: Traits = { usual: leaning("usual"), rare: leaning("rare"), ended: leaning("ended"), capital: leaning("capital"), spaced: leaning("spaced"), length: leaning("length") };
      return (candidate) => {
        const traits = traitsOf(candidate);
        return [traits.usual, counts.has(candidate) ? 1 : 0, traits.rare, traits.ended, traits.spaced, said.has(candidate) ? 1 : 0, ...traitNames.map((name) => traits[name] * own[name])];
      };
    },
  };
}
