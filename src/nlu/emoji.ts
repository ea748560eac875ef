import type { Feeling } from "./lexicon.ts";

const group = (list: string, feeling: Feeling): [string, Feeling][] => Array.from(list, (one) => [one, feeling]);

const angry: Feeling = { emotion: "angry", valence: -0.8, arousal: 0.8, weight: 0.9 };
const annoyed: Feeling = { emotion: "frustrated", valence: -0.55, arousal: 0.4, weight: 0.8 };
const sad: Feeling = { emotion: "sad", valence: -0.6, arousal: -0.2, weight: 0.8 };
const anxious: Feeling = { emotion: "anxious", valence: -0.5, arousal: 0.5, weight: 0.8 };
const confused: Feeling = { emotion: "confused", valence: -0.2, arousal: 0.1, weight: 0.6 };
const pleased: Feeling = { emotion: "satisfied", valence: 0.6, arousal: 0.1, weight: 0.5 };
const excited: Feeling = { emotion: "excited", valence: 0.8, arousal: 0.6, weight: 0.8 };

/** What emoji say in customers' messages. A folded hand is a plea as often as thanks, so it is left out. */
export const emojiFeelings: ReadonlyMap<string, Feeling> = new Map([
  ...group("😡🤬😠👿🖕💢", angry), ...group("😤🙄😒😑👎🤦😩😫💩", annoyed), ...group("😢😭😞😔💔😥🥺☹😿😟", sad),
  ...group("😰😨😱😧😖😬", anxious), ...group("😕🤔🤷🧐😵", confused), ...group("😊🙂😀😃😄😁☺👍👏❤💕😘💪✅😌👌", pleased), ...group("🎉🤩😍🥳🤗🚀", excited),
]);

export const emoticonFeelings: [string, Feeling][] = [[":(", sad], [":'(", sad], [">:(", angry], [":)", pleased], [":-)", pleased], [":D", pleased], ["<3", pleased], [":-(", sad]];
