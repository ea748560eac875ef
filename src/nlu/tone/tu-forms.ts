/**
 * What says tú or vosotros, and the same said to usted or ustedes. Verbs of a shop are inflected from a row each; a form another word shares ("estas", these)
 * is known by its accent only.
 */

/** Infinitive stem and ending; then, where they differ, the stressed stem, the stem of the subjunctive, and that of "pidió". */
const verbs = `mir ar; llam ar; revis ar; mand ar; dej ar; necesit ar; confirm ar; esper ar; pas ar; tom ar; busc ar - busqu; entr ar; consult ar; avis ar; pag ar - pagu; contest ar;
compr ar; cambi ar; apunt ar; anot ar; indic ar - indiqu; guard ar; prob ar prueb prueb; pregunt ar; rellen ar; descarg ar - descargu; firm ar; reclam ar; intent ar; acerc ar - acerqu; fij ar;
lleg ar - llegu; record ar recuerd recuerd; cont ar cuent cuent; envi ar; us ar; utiliz ar - utilic; cancel ar; anul ar; reserv ar; qued ar; pens ar piens piens; encontr ar encuentr encuentr;
comprob ar comprueb comprueb; perdon ar; explic ar - expliqu; ayud ar; habl ar; tard ar; volc ar vuelc vuelqu; preocup ar; equivoc ar - equivoqu; olvid ar; enfad ar; asegur ar; registr ar;
puls ar; marc ar - marqu; cerr ar cierr cierr; empez ar empiez empiec; deposit ar; adjunt ar; copi ar; facilit ar; detall ar; solicit ar; tranquiliz ar - tranquilic; aclar ar; gast ar; acord ar acuerd acuerd;
le er; com er; cog er - coj; recog er - recoj; respond er; entend er entiend entiend; cre er; comprend er; volv er vuelv vuelv; devolv er devuelv devuelv; mov er muev muev; perd er pierd pierd; deb er;
recib ir; escrib ir; abr ir; sub ir; decid ir; eleg ir elig elij elig; ped ir pid pid pid; prefer ir prefier prefier prefir; segu ir sigu sig sigu; consegu ir consigu consig consigu; sent ir sient sient sint; repet ir repit repit repit; describ ir; viv ir; imprim ir; remit ir`;

/** What no row gives. */
const others: readonly (readonly [string, string])[] = [
  ["tú", "usted"], ["tu", "su"], ["tus", "sus"], ["te", "le"], ["ti", "usted"], ["contigo", "con usted"], ["tuyo", "suyo"], ["tuya", "suya"], ["tuyos", "suyos"], ["tuyas", "suyas"],
  ["tienes", "tiene"], ["puedes", "puede"], ["quieres", "quiere"], ["eres", "es"], ["estás", "está"], ["has", "ha"], ["sabes", "sabe"], ["dices", "dice"], ["haces", "hace"], ["vas", "va"], ["ves", "ve"], ["pones", "pone"], ["vienes", "viene"], ["sales", "sale"], ["traes", "trae"], ["das", "da"],
  ["puedas", "pueda"], ["quieras", "quiera"], ["tengas", "tenga"], ["seas", "sea"], ["estés", "esté"], ["hagas", "haga"], ["digas", "diga"], ["vayas", "vaya"], ["sepas", "sepa"], ["hayas", "haya"], ["vengas", "venga"], ["salgas", "salga"], ["pongas", "ponga"], ["traigas", "traiga"], ["veas", "vea"],
  ["tendrás", "tendrá"], ["podrás", "podrá"], ["sabrás", "sabrá"], ["verás", "verá"], ["harás", "hará"], ["dirás", "dirá"], ["querrás", "querrá"], ["vendrás", "vendrá"], ["estarás", "estará"], ["serás", "será"], ["habrás", "habrá"], ["irás", "irá"], ["pondrás", "pondrá"],
  ["hiciste", "hizo"], ["dijiste", "dijo"], ["tuviste", "tuvo"], ["pusiste", "puso"], ["viniste", "vino"], ["estuviste", "estuvo"], ["fuiste", "fue"], ["pudiste", "pudo"], ["quisiste", "quiso"], ["trajiste", "trajo"], ["diste", "dio"], ["viste", "vio"],
  ["tenías", "tenía"], ["querías", "quería"], ["podías", "podía"], ["sabías", "sabía"], ["decías", "decía"], ["hacías", "hacía"], ["estabas", "estaba"], ["ibas", "iba"], ["eras", "era"], ["habías", "había"],
  ["podrías", "podría"], ["querrías", "querría"], ["tendrías", "tendría"], ["habrías", "habría"], ["sabrías", "sabría"], ["serías", "sería"], ["estarías", "estaría"], ["harías", "haría"], ["dirías", "diría"],
  ["haz", "haga"], ["oye", "oiga"], ["dime", "dígame"], ["dame", "deme"], ["danos", "denos"], ["dinos", "díganos"], ["dímelo", "dígamelo"], ["dilo", "dígalo"], ["hazlo", "hágalo"], ["hazme", "hágame"], ["ponlo", "póngalo"], ["ponte", "póngase"], ["ponme", "póngame"], ["tráelo", "tráigalo"], ["tráenos", "tráiganos"], ["vete", "váyase"], ["ven", "venga"], ["ten", "tenga"], ["tenlo", "téngalo"], ["óyeme", "óigame"], ["discúlpame", "discúlpeme"], ["discúlpanos", "discúlpenos"],
  ["vosotros", "ustedes"], ["vosotras", "ustedes"], ["os", "les"], ["vuestro", "su"], ["vuestra", "su"], ["vuestros", "sus"], ["vuestras", "sus"], ["habéis", "han"], ["sois", "son"], ["estáis", "están"], ["tenéis", "tienen"], ["podéis", "pueden"], ["queréis", "quieren"], ["sabéis", "saben"], ["hacéis", "hacen"], ["decís", "dicen"], ["vais", "van"], ["veis", "ven"],
  ["tengáis", "tengan"], ["podáis", "puedan"], ["queráis", "quieran"], ["estéis", "estén"], ["seáis", "sean"], ["hagáis", "hagan"], ["hayáis", "hayan"], ["vayáis", "vayan"], ["tendréis", "tendrán"], ["podréis", "podrán"], ["decidme", "díganme"], ["decidnos", "dígannos"], ["hicisteis", "hicieron"], ["dijisteis", "dijeron"], ["tuvisteis", "tuvieron"], ["podríais", "podrían"], ["querríais", "querrían"],
];

const accents: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú" };
/** The stem as it is stressed with words hung on it: "acerqu" gives "acérqu", "cambi" gives "cámbi". */
const stressed = (stem: string): string => (/[bp]i$/.test(stem) ? stem.replace(/[aeo](?=[^aeiou]+i$)/, (vowel) => accents[vowel] ?? vowel) : stem.replace(/([aeiou])([^aeiou]*(?:[qg]u)?)$/, (_, vowel: string, rest: string) => `${accents[vowel] ?? vowel}${rest}`));
const clitics = ["me", "nos", "lo", "la", "los", "las", "le", "les", "te", "melo", "mela", "melos", "melas", "noslo", "nosla", "noslos", "telo", "tela"];
const formally = (clitic: string): string => clitic.replace(/^te/, "se");

/** "Míralo" and "mírelo": these say tú or usted whoever reads them. */
function commands([stem = "", ending, up = stem, sub = up]: readonly string[]): [string, string][] {
  const [you, formal] = ending === "ar" ? ["a", "e"] : ["e", "a"];
  const plural: [string, string][] = clitics.filter((one) => !one.startsWith("te")).map((one) => [`${stem}${ending?.slice(0, 1) ?? ""}d${one}`, `${stressed(sub)}${formal}n${one}`]);
  return [...clitics.map((one): [string, string] => [`${stressed(up)}${you}${one}`, `${stressed(sub)}${formal}${formally(one)}`]), ...plural];
}

function inflected([stem = "", ending = "ar", up = stem, sub = up, past = stem]: readonly string[]): [string, string][] {
  const inf = stem + ending;
  const ar = ending === "ar";
  const [now, wish] = ar ? ["a", "e"] : ["e", "a"];
  // "Envías", "leíste": an i that bears the stress, and one after a vowel.
  const high = (one: string): string => (/(?<=nv)i$/.test(one) ? one.replace(/i$/, "í") : one);
  const iste = /[aeo]$/.test(stem) && !ar ? "íste" : ar ? "aste" : "iste";
  return [
    [`${high(up)}${now}s`, `${high(up)}${now}`], [`${high(sub)}${wish}s`, `${high(sub)}${wish}`], [`${stem}${iste}`, `${past}${ar ? "ó" : /[aeo]$/.test(past) ? "yó" : "ió"}`], [`${stem}${ar ? "abas" : "ías"}`, `${stem}${ar ? "aba" : "ía"}`],
    [`${inf}ás`, `${inf}á`], [`${inf}ías`, `${inf}ía`], [`${stem}${ar ? "áis" : ending === "er" ? "éis" : "ís"}`, `${high(up)}${now}n`], [`${sub}${ar ? "éis" : "áis"}`, `${high(sub)}${wish}n`], [`${stem}${iste}is`, `${past}${ar ? "aron" : /[aeo]$/.test(past) ? "yeron" : "ieron"}`], [`${inf}éis`, `${inf}án`],
  ];
}

const rows = verbs.split(";").map((row) => row.trim().split(/\s+/)).map(([stem = "", ending = "ar", up, sub, past]) => [stem, ending, up === undefined || up === "-" ? stem : up, sub ?? (up === undefined || up === "-" ? stem : up), past ?? stem]);

/** Without its accent each of these is another word. */
const otherWords: ReadonlySet<string> = new Set(["estas", "llamas", "pagas", "compras", "cambias", "reservas", "marcas", "dudas", "tomas", "copias", "llaves", "pases", "entrad", "esteis", "tomate", "serias", "veras", "indicate", "copiate", "facilitate"]);

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
const withPlain = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map([...pairs.filter(([from]) => plain(from) !== from && !otherWords.has(plain(from))).map(([from, to]): [string, string] => [plain(from), to]), ...pairs.map(([from, to]): [string, string] => [from, to])]);

/** Lower-case words that say tú or vosotros, with and without their accents, and what says usted in their place. */
export const formalOf = withPlain([...rows.flatMap(inflected), ...rows.flatMap(commands), ...others]);

/** The forms of verbs among them that end like a plural: after "sus" or "muchas" each would be a noun. */
export const inflects: ReadonlySet<string> = new Set([...formalOf.keys()].filter((word) => /[ae]s$/.test(word) && !["tus", "has"].includes(word)));

/** Lower-case words that can only say usted, and what says tú. */
export const informalOf = withPlain([
  ...rows.flatMap((row) => commands(row).filter(([, formal]) => !/n(?:me|nos|lo|la|los|las|le|les|melo|mela|melos|melas|noslo|nosla|noslos)$/.test(formal)).map(([tu, formal]): [string, string] => [formal, tu])),
  ["dígame", "dime"], ["díganos", "dinos"], ["deme", "dame"], ["denos", "danos"], ["hágalo", "hazlo"], ["póngase", "ponte"], ["tráigalo", "tráelo"], ["oiga", "oye"], ["perdone", "perdona"], ["disculpe", "disculpa"],
]);
