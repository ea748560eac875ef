import { knowledgeOf } from "../../src/core/reactions/evidence.ts";
import type { Observation } from "../../src/core/reactions/observation.ts";
import { initialState, type ConversationState } from "../../src/core/state.ts";
import { fittingReplies, leastRelevance, rankOffers, topicsAmong, type Offer, type ReplyCandidate } from "../../src/core/whisper.ts";
import { emotions, type Emotion } from "../../src/core/understanding.ts";
import { promises } from "../../src/core/promises.ts";
import { aTicket } from "../support/given.ts";

const angry: ConversationState = { ...initialState(), language: "es", emotion: { ...initialState().emotion, emotion: "angry", valence: -0.8 } };
const offer = (id: string, rest: Partial<Offer> = {}): Offer => ({ id, kind: "practice", source: "practice", text: id, relevance: 0.8, intent: null, emotion: null, customers: 3, ...rest });
const seen = (template: string, n: number, calmed: number, state = "angry/es"): Observation[] => Array.from({ length: n }, (_, i) => ({ state, template, author: `a${i % 5}`, calmed: i < calmed, weight: 1 }));
const unlike = () => 0;
const nothing = knowledgeOf([]);

test("ranks by what calmed customers in this state, not in others", () => {
  const calming = knowledgeOf([...seen("warm", 60, 40), ...seen("brisk", 60, 10), ...seen("warm", 60, 10, "neutral/es"), ...seen("brisk", 60, 40, "neutral/es")]);
  expect(rankOffers(angry, "es", [offer("brisk"), offer("warm")], calming, unlike).map(({ id }) => id)).toEqual(["warm", "brisk"]);
});

test("keeps a place for what colleagues wrote beside three kinds of the house's own replies", () => {
  const house = ["acknowledge", "apologise", "explain"].map((kind) => offer(kind, { kind, customers: null, relevance: 1 }));
  expect(rankOffers(angry, "es", [...house, offer("practised", { kind: "practice", relevance: 0.8 })], nothing, unlike).map(({ id }) => id)).toEqual(["acknowledge", "apologise", "practised"]);
});

test("offers three at most, unlike each other, one of each kind first", () => {
  const offers = [offer("a"), offer("b"), offer("c"), offer("d"), offer("e", { kind: "knowledge", customers: null })];
  const chosen = rankOffers(angry, "es", offers, nothing, unlike);
  expect(chosen).toHaveLength(3);
  expect(chosen.map(({ kind }) => kind)).toContain("knowledge");
  expect(rankOffers(angry, "es", [offer("a"), offer("a again")], nothing, () => 0.9)).toHaveLength(1);
});

test("offers nothing below the least relevance, and nothing that was dismissed", () => {
  expect(rankOffers(angry, "es", [offer("a", { relevance: leastRelevance - 0.01 })], nothing, unlike)).toEqual([]);
  expect(rankOffers(angry, "es", [offer("a", { relevance: leastRelevance })], nothing, unlike)).toHaveLength(1);
  expect(rankOffers({ ...angry, dismissed: ["a"] }, "es", [offer("a")], nothing, unlike)).toEqual([]);
});

test("claims evidence only from five replies in this very state on", () => {
  const calming = knowledgeOf([...seen("four", 4, 4), ...seen("five", 5, 3), ...seen("elsewhere", 50, 30, "sad/es")]);
  const evidence = Object.fromEntries(rankOffers(angry, "es", [offer("four"), offer("five"), offer("elsewhere")], calming, unlike).map(({ id, evidence: found }) => [id, found]));
  expect(evidence).toMatchObject({ four: null, elsewhere: null, five: { n: 5, calmed: 3 } });
});

const candidate = (rest: Partial<ReplyCandidate>): ReplyCandidate => ({ id: "one", kind: "acknowledge", source: "replies", intents: [], emotions: [], text: { es: "uno", en: "one" }, ...rest });
const customer = (emotion: Emotion, intents: string[], words = ""): ConversationState => ({
  ...angry, emotion: { ...angry.emotion, emotion }, turns: intents.map((intent, i) => ({ turnId: `t${i}`, version: i, intent, decision: null })), story: [{ who: "customer", text: words, turnId: "t0", at: 0 }],
});
const fits = (state: ConversationState, rest: Partial<ReplyCandidate>): boolean => fittingReplies(state, [candidate(rest)], "es").length > 0;

test.each(emotions)("what was written for a topic is not offered by the feeling alone: %s", (emotion) => {
  const forTopic = { intents: ["bereavement"], emotions: [...emotions] };
  expect(fits(customer(emotion, []), forTopic)).toBe(false);
  expect(fits(customer(emotion, ["allergens", "thanks", "talk-to-person"]), forTopic)).toBe(false);
  expect(fits(customer(emotion, ["bereavement"]), forTopic)).toBe(true);
});

test("what was written for no topic is offered by the feeling, whatever it is about", () => {
  expect([[], ["allergens"]].map((intents) => fits(customer("sad", intents), { emotions: ["sad"] }))).toEqual([true, true]);
  expect(fits(customer("angry", []), { emotions: ["sad"] })).toBe(false);
});

test.each([["satisfied", ["angry", "frustrated"]], ["excited", ["sad"]], ["angry", ["satisfied", "excited"]], ["confused", ["satisfied"]]] as [Emotion, Emotion[]][])("to a customer who is %s now nothing is offered that was written for %s alone", (emotion, writtenFor) => {
  const late = { intents: ["order-status"], emotions: writtenFor };
  expect(fits(customer(emotion, ["order-status"]), late)).toBe(false);
  expect(fits(customer(emotion, ["order-status"]), { ...late, emotions: [...writtenFor, "neutral"] })).toBe(true);
  expect(fits(customer(emotion, ["order-status"]), { ...late, kind: "knowledge" })).toBe(true);
  expect(fits(customer("neutral", ["order-status"]), late)).toBe(true);
});

test("what speaks of something only some customers tell is offered where the customer told it", () => {
  const rude = { intents: ["complaint"], emotions: ["angry"] as Emotion[], said: { es: ["me grit", "maleducad"], en: ["rude"] } };
  expect(fits(customer("angry", ["complaint"], "llevo tres días esperando y nadie me dice nada"), rude)).toBe(false);
  expect(fits(customer("angry", ["complaint"], "la cajera me gritó delante de todos"), rude)).toBe(true);
  expect(fits(customer("angry", ["complaint"], "¡MALEDUCADOS!"), rude)).toBe(true);
});

test("nobody is seen off before a person has answered them", () => {
  const waiting = customer("satisfied", ["bereavement"]);
  const closing = { kind: "close", intents: ["bereavement"], emotions: ["satisfied"] as Emotion[] };
  expect(fits(waiting, closing)).toBe(false);
  expect(fits({ ...waiting, story: [...waiting.story, { who: "assistant", text: "Hola", turnId: null, at: 0 }] }, closing)).toBe(false);
  expect(fits({ ...waiting, story: [{ who: "person", text: "Ya está hecho", turnId: null, at: 0 }, { who: "customer", text: "eso era todo", turnId: "t0", at: 0 }] }, closing)).toBe(true);
});

test("who is pleased with a matter that is still open is not seen off", () => {
  const waiting = customer("satisfied", ["order-status"], "mi pedido no llega");
  const answered = (text: string, thanks: string): ConversationState => ({ ...waiting, story: [...waiting.story, { who: "person", text, turnId: null, at: 0 }, { who: "customer", text: thanks, turnId: "t9", at: 0 }] });
  const closing = { kind: "close", emotions: ["satisfied"] as Emotion[] };
  expect([fits(answered("Lo miro ahora mismo.", "gracias"), closing), fits(answered("Está en su portal.", "eso era todo, gracias"), closing)]).toEqual([false, true]);
});

test("to who is in danger only what was written for a danger is offered, and to nobody else", () => {
  const grieving = customer("sad", ["bereavement"]);
  const endangered: ConversationState = { ...grieving, ticket: aTicket({ reason: { rule: "safety", danger: "medical" } }) };
  const condolence = { intents: ["bereavement"], emotions: ["sad"] as Emotion[] };
  const stay = { kind: "safety" };
  expect([fits(grieving, condolence), fits(grieving, stay), fits(endangered, condolence), fits(endangered, stay)]).toEqual([true, false, false, true]);
});

test("nobody is seen off in words that were written for another feeling than theirs now", () => {
  const answered = (emotion: Emotion): ConversationState => ({ ...customer(emotion, ["refund"]), story: [{ who: "person", text: "El abono salió ayer.", turnId: null, at: 0 }, { who: "customer", text: "solucionado", turnId: "t0", at: 0 }] });
  const checksIn = { kind: "close", intents: ["refund"], emotions: ["anxious", "satisfied"] as Emotion[] };
  expect((["anxious", "satisfied", "frustrated", "angry", "neutral"] as const).map((emotion) => fits(answered(emotion), checksIn))).toEqual([true, true, false, false, false]);
});

test("once the customer has closed the matter only a closing reply is offered", () => {
  const waiting = customer("satisfied", ["order-status"], "mi pedido no llega");
  const closed: ConversationState = { ...waiting, story: [...waiting.story, { who: "person", text: "Está en su portal.", turnId: null, at: 0 }, { who: "customer", text: "todo solucionado, gracias", turnId: "t9", at: 0 }] };
  const late = { intents: ["order-status"], emotions: ["satisfied", "neutral"] as Emotion[] };
  expect([fits(waiting, { ...late, kind: "explain" }), fits(closed, { ...late, kind: "explain" })]).toEqual([true, false]);
  expect([fits(waiting, { ...late, kind: "close" }), fits(closed, { ...late, kind: "close" })]).toEqual([false, true]);
});

test("of a topic's articles the one that answers what was written is offered, else the one that tells of its plain case", () => {
  const times = candidate({ id: "article-times", kind: "knowledge", intents: ["order-status"], unasked: ["order-status"] });
  const fees = candidate({ id: "article-fees", kind: "knowledge", intents: ["order-status"], unasked: [] });
  const ids = (state: ConversationState, answering: string | null): string[] => fittingReplies(state, [times, fees], "es", answering).map(({ id }) => id);
  const late = customer("anxious", ["order-status"]);
  expect([ids(late, null), ids(late, "article-fees"), ids(late, "article-times"), ids(late, "article-of-another-topic")]).toEqual([["article-times"], ["article-fees"], ["article-times"], []]);
  expect(ids(customer("anxious", ["stock"]), "article-fees")).toEqual([]);
});

test("who feels nothing in particular is offered facts, and what was written for them, before what was written for the upset", () => {
  const forAngry = candidate({ id: "right-to-be-upset", intents: ["order-status"], emotions: ["angry"] });
  const fact = candidate({ id: "fact", kind: "explain", intents: ["order-status"], emotions: ["neutral"] });
  const relevances = fittingReplies(customer("neutral", ["order-status"]), [forAngry, fact], "es").map(({ relevance }) => relevance);
  expect(relevances[1]).toBeGreaterThan(relevances[0] ?? 1);
});

test("courtesies are no wish, and the wish for a person is one where nothing else is known", () => {
  expect(topicsAmong(["greeting", "bereavement", "talk-to-person", "thanks"])).toEqual(["bereavement"]);
  expect(topicsAmong(["greeting", "talk-to-person"])).toEqual(["talk-to-person"]);
  expect(topicsAmong(["greeting", "goodbye"])).toEqual([]);
});

test.each([
  ["es", "Le devolvemos el dinero mañana mismo"], ["es", "Le garantizo que llegará hoy"], ["es", "Le regalamos el envío"], ["es", "Lo tendrá en dos días"],
  ["en", "You will get a full refund"], ["en", "It will arrive on [date]"], ["en", "We will send it free of charge"], ["en", "I'll call you in 2 hours"],
] as const)("a promise is known as one: %s %s", (language, text) => expect(promises(text, language)).toBe(true));

test.each([
  ["es", "Entiendo el enfado y me ocupo yo de esto con usted"], ["es", "He abierto una incidencia con el transportista"],
  ["en", "I understand, and I am looking into it with you now"], ["en", "Could you tell me your order number?"],
] as const)("plain help is no promise: %s %s", (language, text) => expect(promises(text, language)).toBe(false));
