import type { Language } from "../../api/contract.ts";
import { commonTexts } from "../texts/common-texts.ts";
import { speak } from "../texts/speak.ts";
import { ApiError } from "./api-client.ts";

/** An error in the words of the person at the screen; `details.by` names who took a ticket. */
export function errorWords(error: unknown, language: Language): string {
  const say = speak(commonTexts, language);
  if (!(error instanceof ApiError)) return say("error.other", { code: error instanceof Error ? error.name : "?" });
  const key = `error.${error.code}`;
  if (key in commonTexts) return say(key as keyof typeof commonTexts, { agent: byWhom(error.details) });
  return error.status >= 500 ? say("error.unavailable") : say("error.other", { code: error.code });
}

/** The name in `details.by`, which is a name or an agent. */
export function byWhom(details: unknown): string {
  const by = (details as { by?: unknown } | null)?.by;
  if (typeof by === "string") return by;
  const name = (by as { name?: unknown } | null | undefined)?.name;
  return typeof name === "string" ? name : "—";
}
