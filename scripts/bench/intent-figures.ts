/** One answer of a classifier. */
export type Answer = { intent: string; confidence: number; gold: string };

export type Share = { value: number; n: number; low: number; high: number };

/** 1.96 deviations hold 95 % of a normal distribution. */
const z = 1.96;

/** A share with its 95 % interval (Wilson, 1927). */
export function share(hits: number, n: number): Share {
  if (n === 0) return { value: NaN, n, low: NaN, high: NaN };
  const value = hits / n;
  const middle = (value + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { value, n, low: middle - half, high: middle + half };
}

/** Share of the answers in scope that name the right intent. */
export function accuracy(answers: readonly Answer[]): Share {
  const inScope = answers.filter(({ gold }) => gold !== "oos");
  return share(inScope.filter(({ intent, gold }) => intent === gold).length, inScope.length);
}

/** How well the confidence tells what is in scope from what is not: the chance that of one each the first has more. With its 95 % interval (Hanley and McNeil, 1982). NaN without strangers. */
export function auroc(answers: readonly Answer[]): Share {
  const sorted = answers.toSorted((a, b) => a.confidence - b.confidence);
  let ranks = 0;
  let inside = 0;
  for (let i = 0; i < sorted.length;) {
    let end = i;
    while (end < sorted.length && sorted[end]?.confidence === sorted[i]?.confidence) end += 1;
    const rank = (i + end + 1) / 2;
    for (; i < end; i += 1) {
      if (sorted[i]?.gold === "oos") continue;
      ranks += rank;
      inside += 1;
    }
  }
  const outside = sorted.length - inside;
  const value = (ranks - (inside * (inside + 1)) / 2) / (inside * outside);
  const both = value / (2 - value) - value * value;
  const one = (2 * value * value) / (1 + value) - value * value;
  const error = Math.sqrt((value * (1 - value) + (inside - 1) * both + (outside - 1) * one) / (inside * outside));
  return { value, n: answers.length, low: Math.max(0, value - z * error), high: Math.min(1, value + z * error) };
}

/**
 * The largest share of messages that can be answered, most confident first, with 95 in 100 right; a stranger answered is wrong.
 *
 * @param strangerWeight how many each stranger counts for, where there are fewer than in life
 */
export function answerable(answers: readonly Answer[], strangerWeight = 1): Share {
  const weight = ({ gold }: Answer): number => (gold === "oos" ? strangerWeight : 1);
  let right = 0;
  let all = 0;
  let most = 0;
  for (const answer of answers.toSorted((a, b) => b.confidence - a.confidence)) {
    all += weight(answer);
    right += answer.intent === answer.gold ? weight(answer) : 0;
    if (right / all >= 0.95) most = all;
  }
  return share(Math.round((most / all) * answers.length), answers.length);
}

export type Bin = { from: number; n: number; confidence: number; right: number };

/** Ten bins of confidence: what was promised on average, and how often it was right. Strangers are left out: how many there are in life is not the classifier's to know. */
export function reliability(answers: readonly Answer[]): Bin[] {
  const inScope = answers.filter(({ gold }) => gold !== "oos");
  return Array.from({ length: 10 }, (_, bin) => {
    const own = inScope.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / (own.length || 1);
    return { from: bin / 10, n: own.length, confidence: mean, right: own.filter(({ intent, gold }) => intent === gold).length / (own.length || 1) };
  });
}
