import type { Language } from "../../core/turn.ts";
import type { HarmfulTone } from "./tone-model.ts";

/** What may stand in place of a whole sentence that does harm: it holds of any matter, names no source and promises nothing. A refusal keeps its words. */
export const betterWords: Record<Language, Record<Exclude<HarmfulTone, "refusing">, string>> = {
  es: { blaming: "Vamos a ver juntos cómo lo arreglamos.", dismissive: "Entiendo que le preocupe; dígame qué le ayudaría ahora.", promising: "Lo compruebo y lo confirmo aquí." },
  en: { blaming: "Let us see together how to put this right.", dismissive: "I understand that this worries you; tell me what would help now.", promising: "Let me check that and confirm it here." },
};
