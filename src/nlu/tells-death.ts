import { figurative } from "./danger.ts";
import type { Word } from "./words.ts";

// Of both languages; on folded words without apostrophes, joined by single blanks.

const kinEs = "(?:madre|mama|mami|padre|papa|papi|marido|mujer|espos[oa]|hij[oa]s?|hijit[oa]|nin[oa]|bebe|herman[oa]s?|abuel[oa]s?|abuelit[oa]|yay[oa]|ti[oa]s?|prim[oa]|sobrin[oa]|suegr[oa]s?|cunad[oa]|yerno|nuera|niet[oa]|novi[oa]|pareja|companer[oa]|amig[oa]|vecin[oa]|viej[oa]|padres|familiar(?:es)?|embarazo|perr[oa]|gat[oa]|mascota|titular|client[ea]|ser querido|alguien)";
const kinEn = "(?:mother|mum|mom|mam|mummy|father|dad|daddy|husband|hubby|wife|spouse|sons?|daughter|kid|child|baby|brother|sister|gran|nan|nana|nanny|granny|grandma|grandmother|grandad|granddad|grandpa|grandfather|grandparents?|aunt|auntie|uncle|cousin|nephew|niece|in law|fiancee?|boyfriend|girlfriend|partner|companion|friend|flatmate|neighbou?r|parents?|relative|loved one|pregnancy|twins?|dog|cat|pet|someone|somebody|best mate|soulmate|other half)";
const kin = new RegExp(`\\b(?:${kinEs}|${kinEn})\\b`);

/** Words that are said of the dead or of those they leave. */
const dead = new RegExp([
  // Died: the past, or what is left of it; "se muere por el turron" and "se puede morir" tell of no death.
  "murio|murieron|murieran|muri[oó]|muert[oa]s?|muertes?|fallec\\w{2,8}|finad[oa]|difunt[oa]s?|defuncion(?:es)?|obito|(?:antes de|tras|al|acaba de|acaban de|cuando) (?:morir|muere)(?:se|me|nos)?|muere (?:un|el|la) (?:client[ea]|titular|duen[oa])|se mato|se han? matado|suicido|se ha suicidado|matad[oa] en",
  "viud[oa]s?|enviud\\w{1,4}|viudedad|viudez|huerfan[oa]s?|luto|duelo|funeral(?:es)?|entierros?|enterr\\w{2,5}|sepelio|sepultura|velorio|velatorio|velamos|tanatorio|cementerio|crematorio|incinera\\w{1,4}|cenizas|esquela|ataud|misa de (?:difuntos|aniversario)|pesame|herencias?|hered\\w{2,5}|albacea|testamentari[oa]|testamento|paz descanse|qepd|q e p d|dep|en gloria este|que dios (?:lo|la|le) tenga|mejor vida|al cielo|en el cielo",
  `(?:perdi|perdimos|perdio|perdido|perder) (?:hace \\w{1,8} \\w{1,8} |tambien |ayer )?(?:a |al |el |la |mi |un )?(?:mi |mis |nuestr[oa]s? |su |un |una |el |la |querid[oa] )?${kinEs}`, "(?:no|ya no) (?:esta|esta mas|sigue|vive|se encuentra)(?: ya)? (?:con nosotros|entre nosotros|con vida|viv[oa]|entre los vivos)|ya no (?:esta$|esta (?:y|pero|asi|por|desde)\\b|vive\\b)",
  `${kinEs}.{0,20} ya no esta(?! (?:en|de|disponible|list[oa])\\b)`, `(?:se (?:me |nos )(?:fue|ha ido|marcho|apago)(?! (?:de|a|al|con|por)\\b)|nos (?:dejo|ha dejado)) (?:mi |nuestr[oa] |la |el |para siempre|hace|ayer|anoche|este|el)|${kinEs} (?:se (?:me |nos )(?:fue|ha ido|marcho|apago)(?! (?:de|a|al|con|por)\\b)|nos (?:dejo|ha dejado)(?! (?:sin|un|una|el|la|los|las|tirad\\w{1,3}|con|plantad\\w{1,3}|esto|en)\\b)|se (?:fue|ha ido|marcho) para siempre)|me (?:he quedado|quede) sin (?:mi )?${kinEs}|ha dejado de (?:respirar|existir|sufrir)|(?:desde que|cuando) (?:nos )?(?:falto|falta) (?:mi|nuestr[oa])|perdi(?:o|do) (?:la|su) (?:batalla|lucha)|hace .{1,20} que (?:mi \\w{3,9} )?(?:ya )?no esta$|la perdida de (?:mi|mis|nuestr[oa]|un) `,
  "die[d]|dead|deaths?|deceased|demise|decease|passed (?:away|on|over)|passing(?: of| away)?|perished|was killed|been killed|got killed|took (?:his|her|their) (?:own )?life|suicide|stillborn|still birth|miscarr\\w{2,7}|after (?:he|she|they) (?:had )?(?:died|passed|went)|before (?:he|she|they) (?:died|passed)|when (?:a |the )?customer dies|didnt make it|did not make it|lost (?:his|her|their) (?:battle|fight)",
  "widow\\w{0,6}|orphan\\w{0,4}|mourn\\w{0,4}|griev(?:e[sd]?|ing)|grief|bereave\\w{1,5}|funerals?|buried|burying|burial|buryed|laid to rest|cremat\\w{2,4}|mortuary|morgue|graveside|obituary|ashes|executor|executrix|estate|probate|inherit\\w{0,5}|heirs?|heiress|rest in peace|resting in peace|rip|condolences|next of kin|in heaven|to heaven|with the angels|no longer (?:with us|alive|living|here|around)|(?:isnt|not|arent) (?:with us|alive|living|here) any ?more|for the wake|the wake (?:is|was|tomorrow|today|on)|at (?:the|a|his|her|my \\w{2,12}) wake|(?:grandfathers|grandmothers|fathers|mothers|dads|mums|his|her) wake",
  `late (?:mother|mum|mom|father|dad|husband|wife|spouse|son|daughter|brother|sister|gran|nan|grand\\w{2,6}|aunt|uncle|partner|friend|in law|neighbou?r)s?`, `(?:lost|losing|lose) (?:both |him|her|them|(?:my|our|a|his|her|the|someone|somebody)\\b)(?: \\w{2,10}){0,2}? ?${kinEn}|(?:lost|losing) (?:dad|mum|mom|him to|her to|someone|somebody)`,
  `(?:${kinEn})s? (?:has |have |is |was |s )?(?:just |now |sadly |suddenly |recently )?(?:passed|gone(?! (?:to|on|out|off|through|with|for|up|down|back|shopping|away)\\b)|departed|went to heaven)|(?:mums|dads|moms|grans|nans|hes|shes) gone(?! (?:to|on|out|off|through|with|for|up|down|back|shopping|away)\\b)|(?:${kinEn}|he|she).{0,15} left us(?: (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last|this|yesterday|too soon|forever|suddenly|for ever|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\\b|$)|(?:he|she|they)(?: has| have|s)? (?:just |now |sadly )?passed(?= (?:last|this|yesterday|in|on \\w{3,6}day|so|and)\\b|$)|slipped away|god rest`,
].map((one) => `\\b(?:${one})\\b`).join("|"));

/** Things that die without a death: plants, machines. Where somebody of the family is named beside them, a person died. */
const thing = /\b(?:planta|plantita|tomateras?|albahaca|hierbabuena|perejil|maceta|orquidea|rosal|cactus|flores|lechugas?|movil|telefono|celular|ordenador|portatil|tablet|bateria|pila|nevera|frigorifico|lavadora|batidora|cafetera|coche|horno|microondas|freidora|app|aplicacion|web|pagina|wifi|internet|conexion|masa madre|levadura|cangrej[oa]s?|langosta|bogavante|almejas?|mejillon(?:es)?|caracoles|pescado|merluza|phone|mobile|laptop|computer|tablet|battery|batteries|plants?|basil|herbs?|orchids?|roses?|flowers|tomatoes|fridge|freezer|blender|kettle|toaster|mixer|oven|microwave|dishwasher|car|app|website|site|chat|page|connection|starter|sourdough|lobsters?|crabs?|mussels|clams|oysters|fish|scale|lamp|clock|watch)\b/;
const nobodyDied = /\b(?:nadie (?:se )?(?:ha muerto|murio|ha fallecido)|no (?:se )?ha muerto nadie|no se murio nadie|(?:nobody|no one|noone) (?:has )?(?:died|is dead)|(?:medio|casi|como) muert[oa]s?|muert[oa]s? (?:de|por)|punto muerto|mar muerto|horas? muertas?|naturaleza muerta|mosquita muerta|dead(?:line|lock| on arrival| end| sea| serious| right| simple| cheap| fast| wrong| boring| batter(?:y|ies))|half dead|nearly died|almost died|black death|to death|death by chocolate|dies? for|dia de (?:los )?muertos|pan de muerto|day of the dead|huesos de santo)\b/g;

/**
 * Whether a turn tells of a death: that somebody died, or what is said of the dead and of those they leave. That somebody is ill, in danger or dying for nougat
 * is none, however many of the family are named, and neither is a dead plant or phone.
 */
export function tellsDeath(words: Word[]): boolean {
  const line = words.map(({ folded }) => folded).join(" ").replaceAll("'", "").replace(figurative, " ").replace(nobodyDied, " ");
  return dead.test(line) && (!thing.test(line) || kin.test(line));
}

const liking = /\b(?:me|se|nos|te|os) (?:muero|muere|mueren|morimos|mueres|moris|moria|morian) (?:por|de ganas)\b|\b(?:(?:to|would|could|id) (?:die|kill) for|dying (?:for|to))\b/;

/** Who is dying for something likes it, and is not sad: "mi abuela se muere por el turrón". A bare wish to die is none of these. */
export const tellsLiking = (words: Word[]): boolean => liking.test(words.map(({ folded }) => folded).join(" ").replaceAll("'", ""));
