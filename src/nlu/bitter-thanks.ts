import { wordSet, type Word } from "./words.ts";

// Of both languages: a customer may mix them.

const praise = wordSet(`
  great lovely wonderful brilliant fantastic congratulations congrats bravo cheers thanks thank you superb amazing perfect nice excellent awesome marvellous splendid well done good job keep it up way to go so very much a lot really just oh wow
  genial enhorabuena felicidades felicitaciones fantastico maravilloso estupendo perfecto bravo gracias muchas mil olé ole excelente magnifico que bien muy buen trabajo vaya`);

const spoilt = /^(?:rotten|mou?ldy|spoil(?:ed|t)|broken|smashed|crushed|squashed|leak\w{0,3}|expired|stale|melted|thawed|cracked|shattered|soaked|missing|wrong|late|delayed|cold|burnt|cancelled|useless|nobody|nothing|never|podrid[oa]s?|rot[oa]s?|caducad[oa]s?|estropead[oa]s?|pasad[oa]s?|aplastad[oa]s?|moho|mohos[oa]s?|derretid[oa]s?|descongelad[oa]s?|rancio|agriad?[oa]?|vencid[oa]s?|equivocad[oa]s?|tarde|retraso|falta|faltan|faltaba|nadie|inutil(?:es)?)$/;
/** What is over is thanked for in earnest: "thanks for sorting out the broken eggs". */
const settled = /\b(?:sort\w{0,3}|solv\w{1,3}|fix\w{0,3}|refund\w{0,3}|replac\w{1,5}|help\w{0,3}|resolv\w{1,4}|settled|apolog\w{1,4}|answer\w{0,3}|reply|replying|quick\w{0,2}|explain\w{0,3}|let me know|letting me know|no worries|no problem|not (?:broken|late|wrong|rotten|missing)|nothing (?:else|more)|never mind|soluc\w{2,6}|arregl\w{1,4}|devol\w{2,5}|devuel\w{2,4}|reembols\w{1,4}|reponer\w{0,3}|cambi\w{2,4}|ayud\w{1,4}|resolv\w{1,4}|resuel\w{2,4}|avis\w{1,4}|rapid\w{1,5}|explic\w{2,6}|atenderme|no (?:esta|estaba|llego|era|me|hace|pasa|falta|faltaba) ?(?:rot[oa]|tarde|podrid[oa]|falta|nada)?|nada mas|buenas? tardes?|mas tarde|luego)\b/;

/**
 * What a line of praise tells that is bad, or null where it praises in earnest: "great, rotten hake again, congratulations" is about rotten hake.
 *
 * @returns the words beside the praise
 */
export function besideBitterPraise(words: Word[]): Word[] | null {
  if (!words.some(({ folded }) => spoilt.test(folded)) || settled.test(words.map(({ folded }) => folded).join(" "))) return null;
  return words.filter(({ folded }) => !praise.has(folded));
}
