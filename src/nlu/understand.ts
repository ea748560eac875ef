import { maxTextLength } from "../core/turn.ts";
import type { EmotionReading, RankedIntent, Understand } from "../core/understanding.ts";
import { afterThanks } from "./after-thanks.ts";
import { readAssent } from "./assent.ts";
import { besideBitterPraise } from "./bitter-thanks.ts";
import { isBareNumber, tellsNothing } from "./bare-lines.ts";
import { readDanger } from "./danger.ts";
import { readEmotion } from "./emotion/read-emotion.ts";
import { readEntities } from "./entities.ts";
import { asksWhatAssistantIs, besideRequest, findRequest } from "./human-request.ts";
import type { RequestFinding } from "./human-request.ts";
import { aboutAssistant } from "./catalogue-types.ts";
import { classify } from "./intent-model.ts";
import type { IntentReading } from "./intent-model.ts";
import { readLanguage } from "./language.ts";
import type { Models } from "./models.ts";
import { clausesOf, wordsOf } from "./words.ts";
import { besideFeelings, readFeelings, tellsOnlyFeeling } from "./only-feeling.ts";
import { rejectsAnswer } from "./rejects-answer.ts";
import { tellsDeath, tellsLiking } from "./tells-death.ts";
import type { Word } from "./words.ts";

export { loadModels } from "./models.ts";

/** The intent that asking for a person is; what counts as asking is decided in human-request.ts alone. */
const personIntent = "talk-to-person";

/** Said about any matter, and often in the words of a feeling alone. */
const complaint = "complaint";

/** Answered with condolences, so that a death must have been told. */
const bereavement = "bereavement";

/** What a customer asks who writes nothing but an order's number or its postcode. */
const numberIntent = "order-status";

/** What is said out of courtesy; a longer line that looks like one is about something else. */
const courtesies: ReadonlySet<string> = new Set(["greeting", "thanks", "goodbye"]);
const courtesyWords = 8;

/**
 * The trained detector's chance from which a turn counts as a request for a person, by what the patterns found. Below even where they have nothing to
 * say: a request that is missed costs more than one served in vain. Where they find one, 0.1 loses none of 1,219 labelled requests and turns away 34 of 135
 * lines that are none.
 */
const personFrom: Record<RequestFinding, number> = { names: 0, asks: 0.1, open: 0.32, told: 0.85, hardly: Infinity, never: Infinity };

/** A line of function words ("otra vez", "no", "that one") answers something; by itself it shows no feeling, unless its marks do. */
const plain = { emotion: "neutral", valence: 0, arousal: 0, evidence: [] } satisfies Partial<EmotionReading>;
const loud = /!|[?¿]{2}|\p{Extended_Pictographic}|\p{Lu}{2}/u;

/** How much more it takes where the patterns say nothing and the text is surely about something else: "how do I get the pasta done" gets nobody. */
const moreElsewhere = 0.3;

/** More likely than not. */
const likely = 0.5;

/** Intents listed in an understanding: as many as a clarification can name. */
const intentsListed = 3;

/** Reads texts with these models. Reading is pure and its cost grows with the text's length, which is cut at maxTextLength. */
export function createUnderstand(models: Models): Understand {
  return ({ text: whole, previousLanguage, locale, readTone, at }) => {
    const text = whole.slice(0, maxTextLength).normalize("NFC");
    const words = wordsOf(text);
    const clauses = clausesOf(text, words);
    const { language, foreign } = readLanguage(text, words, previousLanguage, locale);
    const finding = findRequest(clauses);
    const asks = finding === "asks" || finding === "names";
    const { emotion, person } = readEmotion({ text, words, clauses, language, asks }, models.emotion, models.readers);
    const about = words.length === 0 ? null : besideThanks(text, words, classify(models.intents, words, language), (rest) => classify(models.intents, rest, language));
    const [best] = about?.ranked ?? [];
    const otherwise = best === undefined || best.intent === personIntent ? 0 : best.confidence;
    const wantsHuman = person >= personFrom[finding] + (finding === "open" ? moreElsewhere * otherwise : 0);
    const elsewhere = otherwise >= likely || (otherwise > 0 && about?.outside === true);
    // What is said beside the request is what the person will be asked about.
    const beside = wantsHuman ? besideRequest(words) : words;
    const lexicon = models.readers.lexicons[language];
    const told = beside.length > 0 && beside.length < words.length ? classify(models.intents, beside, language) : about;
    const feelings = readFeelings(clauses, lexicon, false);
    const calm = besideFeelings(feelings);
    const topic = told === null || calm.length === words.length ? told : besideItsFeeling(told, wantsHuman ? besideRequest(calm) : calm, (rest) => classify(models.intents, rest, language));
    const complains = told?.ranked.find(({ intent }) => intent !== personIntent)?.intent === complaint;
    const empty = text.trim() === "";
    const entities = readEntities(text, at);
    return {
      model: models.version,
      language,
      foreign,
      ...(isBareNumber(words, entities) ? bareNumber : !wantsHuman && asksWhatAssistantIs(clauses) ? assistantAsked : intentsOf(topic && asTold(topic, words, (rest) => classify(models.intents, rest, language)), words, wantsHuman && (asks || !elsewhere), foreign)),
      entities,
      assent: readAssent(words),
      wantsHuman,
      rejectsAnswer: rejectsAnswer(text),
      onlyFeeling: tellsOnlyFeeling(complains ? readFeelings(clauses, lexicon, true) : feelings),
      danger: readDanger(words),
      emotion: readTone && !empty ? ((tellsNothing(words) && !loud.test(text)) || (emotion.emotion === "sad" && tellsLiking(words)) ? { ...emotion, ...plain } : emotion) : null,
    };
  };
}

/** Nobody is condoled with of whom no death is told, and nobody thanked for praise that tells of something bad. */
function asTold(topic: IntentReading, words: Word[], read: (words: Word[]) => IntentReading): IntentReading {
  const first = topic.ranked[0]?.intent ?? "";
  const bad = courtesies.has(first) ? besideBitterPraise(words) : null;
  if (bad !== null) {
    const rest = read(bad);
    const isMatter = rest.accept && !rest.outside && !courtesies.has(rest.ranked[0]?.intent ?? "");
    return isMatter ? rest : { ...topic, accept: false, ranked: topic.ranked.filter(({ intent }) => !courtesies.has(intent)) };
  }
  // Beside the wish for a person, which is told apart, no more are listed.
  if (!topic.ranked.slice(0, intentsListed + 1).some(({ intent }) => intent === bereavement)) return topic;
  // A death is told and the likeliest matter is one: the two together are sure, where the reading alone is not.
  if (tellsDeath(words)) return { ...topic, accept: topic.accept || (first === bereavement && !topic.outside) };
  return { ...topic, accept: topic.accept && first !== bereavement, ranked: topic.ranked.filter(({ intent }) => intent !== bereavement) };
}

/**
 * A matter told in fury looks like a complaint, or like nothing sure: read again without the feeling, it may be one. Nothing that was sure changes but that a
 * complaint names what it is about behind it: who complains of a late order is owed a person and their order.
 *
 * @param calm what is said beside the feeling
 */
function besideItsFeeling(told: IntentReading, calm: Word[], read: (words: Word[]) => IntentReading): IntentReading {
  const [best] = told.ranked;
  const complains = told.accept && best?.intent === complaint;
  if ((told.accept && !complains) || tellsNothing(calm)) return told;
  const rest = read(calm);
  const [matter] = rest.ranked;
  if (!rest.accept || rest.outside || matter === undefined || matter.intent === complaint || matter.intent === personIntent || courtesies.has(matter.intent)) return told;
  return complains ? { ...told, ranked: [best, matter, ...told.ranked.filter(({ intent }) => intent !== complaint && intent !== matter.intent)] } : rest;
}

/** A line that goes on after its thanks is about what goes on, where that is no courtesy too. */
function besideThanks(text: string, words: Word[], told: IntentReading, read: (words: Word[]) => IntentReading): IntentReading {
  const after = courtesies.has(told.ranked[0]?.intent ?? "") ? afterThanks(text, words) : null;
  if (after === null) return told;
  const rest = read(after.words);
  if (courtesies.has(rest.ranked[0]?.intent ?? "")) return told;
  return after.goesOn || (rest.accept && !rest.outside) ? rest : told;
}

const bareNumber: { intents: RankedIntent[]; intentSure: boolean } = { intents: [{ intent: numberIntent, confidence: 1 }], intentSure: true };

/** Read by patterns alone: a trained intent would take the word "person" from requests for one. */
const assistantAsked: { intents: RankedIntent[]; intentSure: boolean } = { intents: [{ intent: aboutAssistant, confidence: 1 }], intentSure: true };

/** @param personFirst the wish for a person is what the turn is about; else it is listed by its topic, and the wish stands beside it */
function intentsOf(about: IntentReading | null, words: Word[], personFirst: boolean, foreign: boolean): { intents: RankedIntent[]; intentSure: boolean } {
  if (about === null) return { intents: [], intentSure: false };
  const { ranked, accept, outside, known } = about;
  const [best] = ranked;
  const inScope = ranked.filter(({ intent }) => intent !== personIntent).slice(0, intentsListed);
  if (personFirst) return { intents: [{ intent: personIntent, confidence: 1 }, ...inScope.slice(0, intentsListed - 1)], intentSure: true };
  if (tellsNothing(words)) return { intents: [], intentSure: false };
  if (known === 0 || best === undefined || foreign) return { intents: [], intentSure: false };
  const plausible = best.intent !== personIntent && !(courtesies.has(best.intent) && words.length > courtesyWords);
  return { intents: outside ? [] : inScope, intentSure: accept && plausible };
}
