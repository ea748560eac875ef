import { join } from "node:path";
import { createIntentSpace, dimensionsOf, intentVector } from "../../src/nlu/intent-vector.ts";
import { learnSpace } from "../../src/nlu/linear/feature-space.ts";
import { trainOneVsRest } from "../../src/nlu/linear/one-vs-rest.ts";
import { packWeights, scoreInto, unpackWeights } from "../../src/nlu/linear/packed-weights.ts";
import { textFeatures } from "../../src/nlu/linear/text-features.ts";
import { createTextScorer, scoreText } from "../../src/nlu/text-scorer.ts";
import { loadWordVectors } from "../../src/nlu/word-vectors.ts";
import { wordsOf } from "../../src/nlu/words.ts";

const texts = ["dónde está mi pedido", "quiero cancelar mi pedido", "quiero una factura", "pedidos y más pedidos, no, no y no"];
const features = (text: string) => textFeatures(wordsOf(text), "es");

test("scores a text from what its words add as the whole vector is scored, the first time and again", async () => {
  const vectors = await loadWordVectors(join(__dirname, "../../src/nlu/models/vectors.json"));
  const space = createIntentSpace(learnSpace(texts.map(features), [1, 1, 1]), vectors);
  const trained = trainOneVsRest({ vectors: texts.map((text) => intentVector(space, "es", features(text))), labels: Int32Array.of(0, 1, 2, 0), classes: 3, dimensions: dimensionsOf(space) }, { cost: 1, epochs: 5 });
  const weights = packWeights(trained, new Float32Array(dimensionsOf(space)).fill(1), 100_000);
  const scorer = createTextScorer(space, weights, unpackWeights(weights));
  for (const text of [...texts, ...texts, "nunca visto zxcvb", "pedido pedido pedido factura", ""]) {
    const whole = new Float64Array(3);
    scoreInto(weights, scorer.unpacked, intentVector(space, "es", features(text)), whole);
    const { scores, text: compared } = scoreText(scorer, "es", features(text));
    scores.forEach((score, c) => expect(score).toBeCloseTo(whole[c] ?? NaN, 4));
    expect(compared.known).toBeCloseTo(intentVector(space, "es", features(text)).known, 9);
  }
});
