import { shuffled } from "../linear/shuffle.ts";
import type { FeatureGroups } from "./context-features.ts";
import { randomOf } from "./random-of.ts";
import { createTower, thinned, type Bag, type Tower } from "./tower.ts";

export type EncoderSettings = {
  /** A multiple of 4. */
  dimensions: number;
  epochs: number;
  /** Pairs learned together: each reply is told from all others of its batch. */
  batch: number;
  rate: number;
  /** What likeness, -1 to 1, is multiplied by before the softmax. */
  sharpness: number;
  /** Features in fewer texts are left out. */
  leastCount: number;
  /** Share of features left out at random in each step. */
  dropped: number;
  seed: number;
};

/** Chosen on dialogues held aside from training; more dimensions gain nothing, more epochs learn by heart. */
export const encoderDefaults: EncoderSettings = { dimensions: 96, epochs: 4, batch: 128, rate: 0.15, sharpness: 14, leastCount: 2, dropped: 0.2, seed: 7 };

/** Contexts and replies as points of one space: a reply lies near the contexts it was given in. Points have length 1. */
export type DualEncoder = { dimensions: number; context(groups: FeatureGroups): Float32Array; reply(groups: FeatureGroups): Float32Array };

/** `key` is the same for replies that say the same. */
export type EncodedPair = { context: FeatureGroups; reply: FeatureGroups; key: string };

/** The rate falls to this share of itself by the end. */
const lastRate = 0.1;
/** Finding the context of a reply counts half of finding the reply to a context, which is what is asked. */
const contextShare = 0.5;
/** Gradients smaller than this change nothing that is seen. */
const leastGradient = 2e-3;

/** Two sums of learned rows, trained to find each reply among those of its batch (Henderson et al. 2017, "Efficient natural language response suggestion"). */
export function trainDualEncoder(pairs: readonly EncodedPair[], settings: EncoderSettings): DualEncoder {
  const { dimensions, epochs, batch, leastCount, dropped } = settings;
  const random = randomOf(settings.seed);
  const contexts = createTower(pairs.map(({ context }) => context), leastCount, dimensions, random);
  const replies = createTower(pairs.map(({ reply }) => reply), leastCount, dimensions, random);
  const bags = pairs.map(({ context, reply }) => ({ context: contexts.bag(context), reply: replies.bag(reply) }));
  const keys = numbered(pairs.map(({ key }) => key));
  const learn = createStep(contexts, replies, settings);
  const steps = epochs * Math.ceil(pairs.length / batch);
  for (let epoch = 0, step = 0; epoch < epochs; epoch += 1) {
    const order = shuffled(pairs.length, settings.seed + epoch);
    for (let from = 0; from < order.length; from += batch, step += 1) {
      const chosen = [...order.subarray(from, from + batch)].flatMap((at) => {
        const bag = bags[at];
        return bag ? [{ context: thinned(bag.context, dropped, random), reply: thinned(bag.reply, dropped, random), key: keys[at] ?? 0 }] : [];
      });
      if (chosen.length > 1) learn(chosen, settings.rate * (1 - ((1 - lastRate) * step) / steps));
    }
  }
  const encode = (tower: Tower) => (groups: FeatureGroups): Float32Array => {
    const point = new Float32Array(dimensions);
    tower.sum(tower.bag(groups), point, 0);
    return point;
  };
  return { dimensions, context: encode(contexts), reply: encode(replies) };
}

/** Several encoders as one: likeness is the mean of theirs. Trained from different starts they err differently, and together less. */
export function joined(encoders: readonly DualEncoder[]): DualEncoder {
  const dimensions = encoders.reduce((sum, encoder) => sum + encoder.dimensions, 0);
  const all = (encode: (encoder: DualEncoder) => Float32Array): Float32Array => {
    const point = new Float32Array(dimensions);
    let at = 0;
    for (const encoder of encoders) {
      const part = encode(encoder);
      // Scaled so that the whole has length 1 again.
      for (let i = 0; i < part.length; i += 1) point[at + i] = (part[i] ?? 0) / Math.sqrt(encoders.length);
      at += part.length;
    }
    return point;
  };
  return { dimensions, context: (groups) => all((encoder) => encoder.context(groups)), reply: (groups) => all((encoder) => encoder.reply(groups)) };
}

function numbered(keys: readonly string[]): number[] {
  const ids = new Map<string, number>();
  return keys.map((key) => {
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  });
}

/** One step over a batch; its arrays are made once. */
function createStep(contexts: Tower, replies: Tower, { dimensions: d, batch, sharpness }: EncoderSettings) {
  const [x, y, dx, dy] = [new Float32Array(batch * d), new Float32Array(batch * d), new Float32Array(batch * d), new Float32Array(batch * d)];
  const [lengthsX, lengthsY] = [new Float32Array(batch), new Float32Array(batch)];
  const keys = new Int32Array(batch);
  const [logits, gradient] = [new Float32Array(batch * batch), new Float32Array(batch * batch)];
  return (chosen: readonly { context: Bag; reply: Bag; key: number }[], rate: number): void => {
    const n = chosen.length;
    chosen.forEach(({ context, reply }, i) => {
      lengthsX[i] = contexts.sum(context, x, i * d);
      lengthsY[i] = replies.sum(reply, y, i * d);
    });
    for (let i = 0; i < n; i += 1) keys[i] = chosen[i]?.key ?? -1;
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < n; j += 1) {
        // The same reply given elsewhere is no wrong answer.
        logits[i * n + j] = i !== j && keys[i] === keys[j] ? -1e9 : sharpness * dot(x, i * d, y, j * d, d);
      }
    }
    gradient.fill(0);
    for (let i = 0; i < n; i += 1) {
      addSoftmaxGradient(logits, gradient, i * n, 1, n, i, 1);
      addSoftmaxGradient(logits, gradient, i, n, n, i, contextShare);
    }
    dx.fill(0);
    dy.fill(0);
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < n; j += 1) {
        const g = (gradient[i * n + j] ?? 0) * sharpness;
        if (Math.abs(g) < leastGradient) continue;
        addScaled(dx, i * d, y, j * d, g, d);
        addScaled(dy, j * d, x, i * d, g, d);
      }
    }
    chosen.forEach(({ context, reply }, i) => {
      throughScaling(dx, x, i * d, d, lengthsX[i] ?? 1);
      throughScaling(dy, y, i * d, d, lengthsY[i] ?? 1);
      contexts.step(context, dx, i * d, rate);
      replies.step(reply, dy, i * d, rate);
    });
  };
}

/** Four sums side by side: the processor adds them at the same time. */
function dot(a: Float32Array, from: number, b: Float32Array, other: number, d: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let k = 0; k < d; k += 4) {
    one += (a[from + k] ?? 0) * (b[other + k] ?? 0);
    two += (a[from + k + 1] ?? 0) * (b[other + k + 1] ?? 0);
    three += (a[from + k + 2] ?? 0) * (b[other + k + 2] ?? 0);
    four += (a[from + k + 3] ?? 0) * (b[other + k + 3] ?? 0);
  }
  return one + two + three + four;
}

function addScaled(to: Float32Array, at: number, from: Float32Array, start: number, factor: number, d: number): void {
  for (let k = 0; k < d; k += 1) to[at + k] = (to[at + k] ?? 0) + factor * (from[start + k] ?? 0);
}

/** Adds the gradient of the softmax loss over `n` logits that lie `stride` apart, the right one at `right`. */
function addSoftmaxGradient(logits: Float32Array, gradient: Float32Array, from: number, stride: number, n: number, right: number, weight: number): void {
  let max = -Infinity;
  for (let j = 0, at = from; j < n; j += 1, at += stride) max = Math.max(max, logits[at] ?? 0);
  let sum = 0;
  for (let j = 0, at = from; j < n; j += 1, at += stride) sum += Math.exp((logits[at] ?? 0) - max);
  for (let j = 0, at = from; j < n; j += 1, at += stride) {
    const share = Math.exp((logits[at] ?? 0) - max) / sum - (j === right ? 1 : 0);
    gradient[at] = (gradient[at] ?? 0) + weight * share;
  }
}

/** The gradient of a point before it was scaled to length 1. */
function throughScaling(gradient: Float32Array, point: Float32Array, at: number, d: number, length: number): void {
  const along = dot(gradient, at, point, at, d);
  for (let k = at; k < at + d; k += 1) gradient[k] = ((gradient[k] ?? 0) - along * (point[k] ?? 0)) / length;
}
