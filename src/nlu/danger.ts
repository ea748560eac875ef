import type { Danger } from "../core/understanding.ts";
import { beginning, clues } from "./danger-clues.ts";
import { ill, inFood, tooth, undeclared } from "./danger-food.ts";
import { fraudMore, medicalMore, selfHarmMore, threatMore } from "./danger-patterns.ts";
import type { Word } from "./words.ts";

// Read on the folded words without apostrophes, joined by single blanks, so that the patterns need no accents or punctuation
// ("don't" and "dont" are one word), and both languages at once. Every repetition is bounded. What is figurative is taken out first: a false alarm here costs a customer an
// emergency number they did not ask for, a missed one costs more, so the figures of speech are listed and the rest counts.

const anyOf = (patterns: string[], flags = ""): RegExp => new RegExp(patterns.join("|").replaceAll("'", ""), flags);
/** Each by itself: joined, the long ones of food take up to three times as long to be compiled, half a second of the first turn that needs them. The others are read faster joined. */
const each = (patterns: string[]): RegExp[] => patterns.map((pattern) => anyOf([pattern]));

export const figurative = anyOf([
  "\\bme (?:muero|estoy muriendo|mori|moria) (?:de|por) (?:la |el )?(?:hambre|risa|sed|frio|calor|ganas|sueno|aburrimiento|verguenza|pena|amor|antojo|probar|comer|un|una|ese|esa|el|la)\\b",
  "\\b(?:me|nos) (?:vais|van|vas|va) a matar (?:de|a) (?:hambre|disgustos|risa|aburrimiento)\\b",
  "\\b(?:esto|esta espera|este calor|el calor|la espera) me (?:mata|esta matando)\\b",
  "\\bmat(?:o|aria) por (?!.{0,20}(?:venganza))", "\\bpara morirse\\b", "\\bde muerte\\b", "\\bmuert[oa]s? de (?:hambre|risa|sed|frio|sueno|miedo|cansancio)\\b",
  "\\bmatar (?:el|la|este|un rato el) (?:hambre|tiempo|gusanillo|rato|antojo)\\b", "\\bantes muert[oa] que sencill[oa]\\b",
  "\\b(?<!\\b(?:stomach|tummy|belly|guts) (?:is|has) ?)(?:is|are|was|been) killing me\\b", "\\b(?:dying|die|kill) for\\b", "\\bto die for\\b", "\\bdying to\\b", "\\bdying of (?:hunger|thirst|laughter|boredom|heat|cold|embarrassment)\\b",
  "\\bkill (?:time|two birds)\\b", "\\bdead (?:tired|line|easy|good|slow)\\b", "\\bmy (?:wife|husband|mum|mom|mother|boss|kids?|girlfriend|boyfriend|partner) (?:will|would|is going to|is gonna|s going to) (?:kill|murder) me\\b",
  "\\bmi (?:mujer|marido|madre|jefe|novi[oa]|espos[oa]) me (?:mata|va a matar)\\b", "\\bbomb[ao]? (?:de bano|bath)?(?:arroz)\\b", "\\barroz bomba\\b", "\\bbath bombs?\\b",
  "\\bi could (?:just )?(?:die|kill) (?:of|for|laughing)\\b", "\\b(?:drop|laughing) dead\\b", "\\bscared to death\\b", "\\bsick to death\\b", "\\bstarv(?:ed|ing) to death\\b", "\\bbored to death\\b",
], "g");

const selfHarm = anyOf([
  "\\b(?:quiero|quisiera|deseo|voy a|pienso en|pensando en|ganas de|intentado|intente|planeo|prefiero|preferiria) (?:morir(?:me)?|matarme|suicidarme|quitarme la vida|quitarme de en medio|acabar con mi vida|acabar con todo|hacerme dano|cortarme|desaparecer del mundo|no vivir|no despertar)\\b",
  "\\bme (?:quiero|voy a|quisiera|dan ganas de) (?:morir|matar|suicidar|quitar la vida|hacer dano|cortar las venas)\\b",
  "\\bno quiero (?:seguir )?(?:viviendo|vivir)\\b", "\\bno (?:tengo|le veo|veo|hay) (?:ganas de|sentido a|sentido) (?:vivir|la vida|seguir viviendo)\\b", "\\bya no (?:quiero|puedo) (?:seguir )?(?:vivir|viviendo)\\b",
  "\\bestaria mejor muert[oa]\\b", "\\bmejor estar muert[oa]\\b", "\\bmi vida no (?:vale|tiene sentido)\\b", "\\bsuicid(?:io|arme|ar|arse)\\b", "\\bme autolesiono\\b", "(?<!\\bse )\\bme corto(?:$| (?:los brazos|las venas|las munecas|las piernas|a veces|cuando|para no|con (?:una )?cuchillas?)\\b)", "\\bno vale la pena (?:seguir )?(?:vivir|viviendo)\\b",
  "\\b(?:want|going|gonna|wanna|plan|planning|thinking (?:about|of)|thought (?:about|of)|tried|trying|wish i could|ready|decided|about)(?: to)? (?:die|dying|kill(?:ing)? myself|end(?:ing)? my life|end(?:ing)? it all|hurt(?:ing)? myself|cut(?:ting)? myself|be dead|take my (?:own )?life|not (?:be alive|wake up))\\b",
  "\\bi (?:will|ll|might|could|should|have to|just want to|am going to) (?:kill|hurt|harm) myself\\b", "\\bi'll (?:kill|hurt|harm) myself\\b",
  "\\b(?:i|i'd) (?:would be |be |am |'m )?better off dead\\b", "\\bdon't want to (?:live|be alive|be here) any ?more\\b", "\\bdont want to (?:live|be alive) any ?more\\b", "\\bdon't want to (?:live|be alive)\\b", "\\bno reason to live\\b", "\\bsuicid(?:e|al)\\b", "\\bself harm(?:ing)?\\b", "\\bcan't go on living\\b", "\\bnot worth living\\b", "\\bi wish i (?:was|were) dead\\b",
  ...selfHarmMore,
]);

const target = "(?:os|te|le|les|lo|los|la|las|al?|vuestr[oa]s?)";
const threat = anyOf([
  `\\b${target} voy a (?:matar|romper la cara|partir la cara|partir las piernas|reventar|pegar|quemar|apunalar|dar una paliza|rajar|disparar|hacer dano)\\b`,
  "\\bvoy a (?:matar(?:os|te|le|les|lo|los|la|las)?|apunalar(?:os|te|le|lo)?|disparar(?:os|te|le|lo)?|partir(?:os|te|le|lo)? la (?:cara|boca)|romper(?:os|te|le|lo)? (?:la cara|las piernas|los huesos)|pegar(?:os|te|le|lo)? (?:un tiro|fuego|una paliza|un puno|una hostia)|quemar(?:os)? (?:la|vuestra|su|el) (?:tienda|local|casa|coche|super|supermercado)|poner(?:os)? una bomba)\\b",
  "\\b(?:os|te|le|lo|les|los) (?:mato|matare|reviento|rajo|apunalo|parto la cara|rompo la cara)\\b", "\\b(?:quemare|quemo) (?:la|vuestra|su) (?:tienda|casa|local)\\b",
  "\\bse (?:donde|en que calle) vive(?:s|n)?\\b", "\\bte vas a enterar de quien soy\\b", "\\biros preparando\\b.{0,30}\\b(?:sangre|pistola|cuchillo)\\b", "\\b(?:tengo|llevo|voy con|ire con) (?:una pistola|un arma|un cuchillo|una escopeta)\\b", "\\bpuesto una bomba\\b", "\\bamenaza de bomba\\b",
  "\\b(?:i am|i'm|im|i will|i'll|ill|we'll|gonna|going to) (?:gonna |going to |coming to |come to |come and )?(?:kill|shoot|stab|murder|beat up|burn down|hurt|blow up|bomb) (?:you|him|her|them|your|the (?:driver|store|shop|manager|staff|place|cashier)|everyone|somebody|someone|that)\\b",
  "\\b(?:kill|shoot|stab|murder) (?:you all|all of you|every one of you|the driver|your driver|your family)\\b", "\\bi know where you live\\b", "\\bi (?:have|got|ve got) a (?:gun|knife|bomb)\\b", "\\bbreak (?:your|his|her) (?:neck|legs|face|bones)\\b", "\\bbomb (?:in|at) (?:the|your) (?:store|shop)\\b", "\\byou will (?:all )?pay with your (?:life|lives)\\b", "\\bburn (?:your|the) (?:store|shop|place|house) down\\b",
  ...threatMore,
]);

const medical = anyOf([
  "\\b(?:reaccion alergica|shock anafilactico|anafilaxia|anafilactico)\\b(?! (?:info|informacion))",
  "\\b(?:no puedo|no puede|le cuesta|me cuesta|cuesta) respirar\\b", "\\bse (?:esta |me esta |ha |nos esta )?(?:ahogando|asfixiando|atragantado|desmayado|intoxicado|envenenado)\\b", "\\bme (?:estoy |he )?(?:ahogando|asfixiando|atragantado|intoxicado|envenenado|desmayado)\\b",
  "\\bse le (?:ha |han |esta |estan |hincha|hincho|cierra)(?:hinchado|hinchando|cerrando|puesto)? ?(?:la |el |los )?(?:cara|garganta|labios|lengua|ojos)\\b", "\\bse me (?:ha |han |esta |estan |hincha|hincho|cierra)(?:hinchado|hinchando|cerrando|puesto)? ?(?:la |el |los )?(?:cara|garganta|labios|lengua|ojos)\\b",
  "\\b(?:ha|he|hemos|se|me) (?:ha |he |lo ha |la ha )?(?:tragado|bebido|ingerido|trago|bebio|trague) .{0,40}\\b(?:lejia|detergente|pila|pilas|iman|amoniaco|limpiador|desinfectante|producto de limpieza|cristal|vidrio|plastico|quitagrasas|pastilla de lavavajillas|suavizante)\\b",
  "\\bintoxicacion(?: alimentaria)?\\b", "\\bsalmonel(?:a|osis)\\b", "\\b(?:vomitando|vomitar) (?:sangre|sin parar|toda la noche|desde)\\b", "\\b(?:llamar|llamo|llame) a (?:una|la) ambulancia\\b", "\\bnecesito (?:una ambulancia|un medico urgente)\\b", "\\bperdido el conocimiento\\b", "\\binfarto\\b", "\\bdolor (?:fuerte )?(?:en el|de) pecho\\b",
  "\\b(?:having|has|had|got|getting|have) an? (?:severe |bad |strong |serious )?allergic reaction\\b", "\\ballergic reaction (?:now|right now|to (?:your|the))\\b", "\\banaphyla(?:xis|ctic)\\b", "\\b(?:can't|cant|cannot|can not|struggling to|trouble|hard to|difficulty) breath(?:e|ing)\\b", "\\b(?:face|throat|lips?|tongue|eyes) (?:is|are|has|have|s) (?:been )?(?:swelling|swollen|closing|swelled)\\b", "\\b(?:swallowed|drank|ingested|has drunk|eaten) .{0,40}\\b(?:bleach|detergent|batter(?:y|ies)|magnet|ammonia|cleaner|disinfectant|glass|plastic|poison|dishwasher tablet|softener)\\b",
  "\\b(?:is|am|was|he's|she's|i'm|been|got) (?:choking|poisoned|unconscious|passed out)\\b", "\\bfood poisoning\\b", "\\bsalmonella\\b", "\\b(?:need|call|called|calling) an ambulance\\b", "\\bvomiting (?:blood|all night|non ?stop|since)\\b", "\\bthrowing up (?:blood|all night|since)\\b", "\\bchest pains?\\b", "\\bheart attack\\b(?! when)",
  ...medicalMore,
]);

const fraud = anyOf([
  "\\b(?:me han|me|nos han|han|me la han) (?:robado|robaron|clonado|clonaron|hackeado|hackearon|pirateado|duplicado) (?:la |mi |una |el |los datos de (?:la|mi) )?(?:tarjeta|cuenta|cartera|contrasena|identidad|datos)\\b(?! de (?:puntos|cliente|socio))",
  "\\btarjeta (?:robada|clonada|sustraida|duplicada)\\b", "\\bcargos? (?:que )?(?:no (?:reconozco|he hecho|hice|autorice|he autorizado|es mio|son mios)|desconocidos?|extranos?|fraudulentos?|sospechosos?|no autorizados?)\\b", "\\bcobros? (?:que )?(?:no (?:reconozco|he hecho|hice|autorice|he autorizado|es mio)|desconocidos?|extranos?|fraudulentos?|sospechosos?|no autorizados?)\\b", "\\bno reconozco (?:este|ese|un|el|unos|estos|los) (?:cargos?|cobros?|pagos?|compras?)\\b",
  "\\b(?:alguien|otra persona) (?:ha |esta |a )?(?:usado|usando|uso|comprado|comprando|compro|entrado|entro|pagado|pago|utilizado) (?:en |con |a )?(?:mi|nuestra) (?:tarjeta|cuenta|nombre)\\b", "\\bcompras? que (?:yo )?no (?:he hecho|hice|reconozco)\\b", "\\bpedidos? que (?:yo )?no (?:he hecho|hice)\\b.{0,40}\\b(?:tarjeta|cobrado|cargado|cuenta)\\b", "\\b(?:phishing|suplant(?:ado|acion|ando))\\b", "\\bentrado en mi cuenta\\b", "\\bfraude (?:con|en|de) (?:mi|la|el|una) ?(?:tarjeta|cuenta|pago)?\\b",
  "\\b(?:stolen|cloned|hacked|skimmed) (?:card|credit card|debit card|account|bank card|details|identity)\\b", "\\b(?:card|account|wallet|identity|details) (?:was|were|has been|have been|got|is) (?:stolen|cloned|hacked|compromised|skimmed)\\b", "\\b(?:stole|hacked|cloned) my (?:card|credit card|account|identity|details|wallet)\\b",
  "\\b(?:charges?|payments?|transactions?|purchases?|orders?) (?:that |which )?i (?:don't|dont|do not|didn't|didnt|did not|never) (?:recogni[sz]e|make|made|authori[sz]ed?)\\b", "\\b(?:unknown|unrecogni[sz]ed|unauthori[sz]ed|fraudulent|suspicious|strange) (?:charges?|payments?|transactions?|purchases?)\\b", "\\b(?:don't|dont|do not) recogni[sz]e (?:this|the|a|an|these|that) (?:charges?|payments?|transactions?|purchases?|orders?)\\b", "\\b(?:someone|somebody) (?:else )?(?:has |is |have )?(?:used|using|is using|bought|paid|ordered|accessed|logged) .{0,20}my (?:card|account|name|credit card)\\b", "\\bcredit card fraud\\b", "\\bphishing\\b", "\\bidentity theft\\b",
  ...fraudMore,
]);

/** Words of a laugh after a threat or a wish to die take it back as a figure of speech. */
const laughing = /\b(?:lol|lmao|haha\w{0,6}|jaja\w{0,6}|jeje\w{0,4}|xd|hehe\w{0,4}|rofl)\b/;

/** Questions ahead of harm ("si tengo una reacción alérgica, ...") are about products, not an emergency. */
const supposing = /\b(?:puede|pueden|podria|could|can|may|might|if|si) (?:\w{1,12} ){0,3}(?:dar|causar|provocar|producir|tengo|tuviera|cause|give|trigger|have)(?: \w{1,12}){0,2} (?:una |an |un )?(?:reaccion alergica|allergic reaction|intoxicacion|food poisoning)\b/g;

/** What was over years ago is told, not suffered; unless something of it goes on. */
const longAgo = /\b(?:hace|hacia) (?:\w{1,10} ){1,3}(?:anos?|decadas?)\b|\bhace (?:varios|muchos|dos|tres|cuatro|cinco|seis|ocho|diez|\d{1,2}) meses\b|\b(?:el ano pasado|de pequen[oa]|de nin[oa]|cuando era (?:nin[oa]|pequen[oa]|joven))\b|\b(?:years?|months|decades?) (?:ago|back)\b|\blast year\b|\b(?:as a|when i was a) (?:kid|child|teenager)\b|\bi once (?:had|got|cut)\b/;
const goesOn = /\b(?:todavia|aun|sigue|siguen|sigo|ahora|hoy|ayer|de nuevo|otra vez|acaba|still|now|today|yesterday|again|keeps?|cargos?|cobros?|charges?)\b/;

/** "kiero", "kitarme", "k no": the k of chats before e and i. */
const chatK = /\bk(?=(?:iero|isiera|ita|eria|e)(?:r|rme|rte|do)?\b)/g;

/** The gravest first. `figure` or `past`: what takes it back, a laugh or that it was over years ago. */
export const dangers: readonly { danger: Danger; patterns: readonly RegExp[]; clues: ReadonlySet<string>; unless: "figure" | "past" }[] = [
  { danger: "self-harm", patterns: [selfHarm], clues: clues.selfHarm, unless: "figure" },
  { danger: "medical", patterns: [medical], clues: clues.medical, unless: "past" },
  { danger: "threat", patterns: [threat], clues: clues.threat, unless: "figure" },
  { danger: "fraud", patterns: [fraud], clues: clues.fraud, unless: "past" },
  { danger: "food", patterns: [anyOf(ill)], clues: clues.ill, unless: "past" },
  { danger: "food", patterns: each(inFood), clues: clues.inFood, unless: "past" },
  { danger: "food", patterns: [anyOf(tooth)], clues: clues.tooth, unless: "past" },
  { danger: "food", patterns: each(undeclared), clues: clues.undeclared, unless: "past" },
];

/** Danger to somebody, in either language; the gravest first. Null when there is none. */
export function readDanger(words: Word[]): Danger | null {
  const begun = words.map(({ folded }) => beginning(folded));
  const possible = dangers.filter((one) => begun.some((word) => one.clues.has(word)));
  if (possible.length === 0) return null;
  const line = words.map(({ folded }) => folded).join(" ").replaceAll("'", "").replace(chatK, "qu").replace(figurative, " ").replace(supposing, " ");
  const takenBack = { figure: () => laughing.test(line), past: () => longAgo.test(line) && !goesOn.test(line) };
  return possible.find(({ patterns, unless }) => patterns.some((pattern) => pattern.test(line)) && !takenBack[unless]())?.danger ?? null;
}
