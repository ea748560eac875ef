import type { Language } from "../../core/turn.ts";

/**
 * What denies the words after it in the same clause, up to five words on: "no siento", "it was not really your fault". "No, lo siento" denies nothing of the
 * sorrow: a comma ends its reach. "Not only", "no solo" and "no doubt" deny nothing.
 */
const reach = "(?:\\s+(?!but(?!\\p{L})|sino(?!\\p{L})|pero(?!\\p{L})|because|porque)[\\p{L}\\d']{1,20}){0,5}\\s*$";
const denying: Record<Language, RegExp> = {
  es: new RegExp(`(?<!\\p{L})(?:no|nunca|jamas|tampoco|ni|sin|nadie|nada|ningun[oa]?|en absoluto|en ningun caso)(?!\\p{L})(?! (?:solo|solamente|obstante|se preocupe|te preocupes))${reach}`, "u"),
  en: new RegExp(`(?<!\\p{L})(?:no|not|never|neither|nor|without|cannot|nobody|none|hardly|no one(?:'s)?|[a-z]{2,7}n't)(?!\\p{L})(?! (?:only|doubt|wonder|problem))${reach}`, "u"),
};

/** A negation and five words fit in this. */
const lettersBefore = 70;

/** Whether words at a place of a folded text are denied in their clause. */
export const isDenied = (folded: string, place: number, language: Language): boolean => denying[language].test(folded.slice(Math.max(0, place - lettersBefore), place));
