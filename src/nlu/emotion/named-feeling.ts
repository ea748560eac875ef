import type { Emotion } from "../../core/understanding.ts";
import { saysOf, type Lexicon } from "../lexicon.ts";
import { wordSet, type Word } from "../words.ts";

/** What stands before a feeling one has: "estoy enfadada", "me siento sola", "I am so angry", "I feel lost". */
const have = wordSet("estoy siento encuentro quedo i'm im am feel feeling");
/** Between it and the feeling. */
const strength = wordSet("muy mas tan bastante realmente super totalmente completamente verdaderamente sumamente tremendamente un poco algo so very really quite rather absolutely completely totally extremely pretty just a bit and");
const strengthAtMost = 3;
/** Said by way of courtesy: "I'm sorry to ask", "I'm afraid it is broken". */
const courtesies = wordSet("sorry afraid");

/** The feeling a customer names as their own, in so many words; null where none is named or it is denied. The last one counts. */
export function namedFeeling(words: readonly Word[], lexicon: Lexicon): Emotion | null {
  let named: Emotion | null = null;
  words.forEach(({ folded }, at) => {
    if (!have.has(folded) || lexicon.negators.has(words[at - 1]?.folded ?? "")) return;
    let next = at + 1;
    while (next <= at + strengthAtMost && strength.has(words[next]?.folded ?? "")) next += 1;
    const word = words[next];
    const feeling = word === undefined ? null : saysOf(lexicon, word.folded).feeling;
    if (word && feeling && feeling.emotion !== "neutral" && !courtesies.has(word.folded)) named = feeling.emotion;
  });
  return named;
}
