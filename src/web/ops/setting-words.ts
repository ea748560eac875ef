import type { Language, SettingField } from "../../api/contract.ts";
import { opsTexts } from "../texts/ops-texts.ts";
import { speak } from "../texts/speak.ts";

/** The words of a setting in the reader's language; a setting newer than this page shows what the server says. */
export function settingWords(field: SettingField, language: Language): { name: string; why: string } {
  const say = speak(opsTexts, language);
  const known = `setting.${field.name}` in opsTexts;
  return known ? { name: say(`setting.${field.name}`), why: say(`reason.${field.name}`) } : { name: field.name, why: field.why };
}
