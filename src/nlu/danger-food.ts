/**
 * Harm from what we sold that is no emergency by itself: somebody felt ill of it, something hard or alive was in it, a tooth broke on it, or it held what its label
 * or the order said it would not. For the words of danger.ts: folded, without apostrophes, joined by single blanks. Every repetition is bounded.
 */

const upTo = (words: number): string => `(?:\\w{1,14} ){0,${words}}?`;

// Who felt ill, of what was eaten. What is asked ahead ("does it give you a stomach ache?") names nobody who ate.
const illEs = "(?:vomit\\w{1,7}|devuelto|devolviendo|diarreas?|descomposicion|descompuest[oa]s?|nauseas?|arcadas|retortijones|colicos?|cagalera|urticaria|ronchas|sarpullido|erupcion|mareos?|maread[oa]s?|indigestion|gastroenteritis|(?:dolor(?:es)?|duele|dolia|dolido|mal|mala|malo|malos|malas|fatal) (?:fuerte )?(?:de |del |en )?(?:el |la |mi )?(?:estomago|tripas?|barriga|vientre)|enferm[oae]\\w{0,6}|mal[oa]s? (?:toda la noche|desde|todo el dia|tod[oa]s)|malisim[oa]s?|fatal desde)";
const illEn = "(?:vomit\\w{0,4}|threw up|thrown up|throwing up|throw up|puk(?:ed|ing)|(?:been|being|got|gotten|get|getting|feel|feels|feeling|felt|fell|fallen|was|were|is|are|am|im|hes|shes|made me|made us|violently|really|very|so|became) (?:really |very |so |quite |all |violently |properly )?(?:sick|ill|unwell|poorly|queasy|nauseous)(?! of| and tired)|(?:stomach|tummy|belly) (?:ache|cramps?|pains?|upset|bug|is killing|hurts?)|(?:upset|bad|dodgy|sore) (?:stomach|tummy|belly)|diarrh?o?ea|the runs|nausea|hives|(?:my|his|her|our|their) (?:stomach|tummy|belly|guts)|(?:came|come|broke|broken) out in (?:a rash|spots|hives)|a rash)";
const ateEs = "(?:(?:despues de|tras|al|desde que|luego de|por|a raiz de|y eso que|nada mas) (?:lo |la |los |las |me |nos |se |haber(?:se|me|nos|lo|la|los|las)? |ha |he |hemos |han )?(?:com\\w{1,7}|cen\\w{1,6}|tom\\w{1,6}|prob\\w{1,6}|beb\\w{1,6}|desayun\\w{1,6}|prueb\\w{1,3}|ingeri\\w{1,4}))";
const haveEatenEs = "(?:com(?:i|io|imos|ieron|ido)|cen(?:e|o|amos|aron|ado)|tom(?:e|o|amos|aron|ado)|prob(?:e|o|amos|aron|ado)|beb(?:i|io|imos|ieron|ido)|desayun(?:e|o|amos|aron|ado))";
const ateEn = "(?:(?:after|since|from|by|upon|straight after|right after) (?:we |i |he |she |they |my \\w{2,12} |having |ive |weve )?(?:only |just )?(?:eat|eating|ate|eaten|had|having|tried|trying|tasting|drinking|drank|drunk|swallowing))";
const haveEatenEn = "(?:(?:i|we|he|she|they|ive|weve|son|daughter|husband|wife|mum|mom|mother|dad|father|kids?|children|family|guests) (?:have |has |all |only |just |both )?(?:ate|eaten|tried|drank|had (?:some of |a bit of |two of |one of )?(?:the|your|some|that|those)))";
// Food sits badly, and so do words and manners: those are no harm to a body.
const notWords = "(?! (?:que|como|lo que|esto|eso|el hecho|vuestr[oa]s?|(?:el|la|los|las|su|tu|este|esta|ese|esa) (?:vuestr[oa] )?(?:comentarios?|correos?|tratos?|tono|retrasos?|mensajes?|contestacion|respuestas?|forma|manera|actitud|subida|cambios?|decision|precios?|noticia|bromas?|talla|camiset[ao]|color)))";
const sitBadly = `(?:me|nos|le|les|te) (?:ha|han|habia|habian|esta|estan) sentado (?:muy |bastante |fatal |super |tan )?(?:mal|fatal|regular|como un tiro|de pena)${notWords}`;
const satBadly = `(?:me|nos|le|les) (?:sento|sentaron|cayo|cayeron|hizo|hicieron) (?:muy |bastante )?(?:mal|fatal|dano)${notWords}(?= (?:el|la|los|las|ese|esa|vuestr[oa]s?|al|a la|de|aquel|anoche|ayer)\\b)`;
const foodEn = "(?!(?:it|this|that|you|service|attitude|company|way|delay|lies|manners|tone|reply|answer|thought|idea|sight) (?:has |have |really |all )?(?:made|makes?))";

export const ill: string[] = [
  `\\b${illEs}\\b.{0,50}\\b${ateEs}\\b`, `\\b${ateEs}\\b.{0,60}\\b${illEs}\\b`, `(?<!\\bno (?:he |ha |hemos |han )?)\\b${haveEatenEs}\\b.{0,60}\\b(?:y|ya|ahora|luego|despues|llev\\w{1,4}|a las)\\b.{0,40}\\b${illEs}\\b`,
  `\\bvomit(?:ado|e|o|aron|amos|ando)\\b.{0,20}\\b(?:con|por|por culpa de) (?:el|la|los|las|vuestr[oa]s?|ese|esa)\\b`,
  `\\b${sitBadly}\\b`, `\\b${satBadly}`, "\\b(?:me|nos|se) (?:he|hemos|ha|han) puesto (?:muy |fatal |tan )?(?:mal|mal[oa]s?|enferm[oa]s?)\\b.{0,30}\\b(?:con|por|por culpa de|de|despues|tras|al) (?:el|la|los|las|vuestr[oa]s?|ese|esa|esos|esas|comer|tomar|probar|cenar)\\b",
  `\\b${illEn}\\b.{0,50}\\b${ateEn}\\b`, `\\b${ateEn}\\b.{0,60}\\b${illEn}\\b`, `\\b${haveEatenEn}\\b.{0,60}\\b(?:and|now|then|later|afterwards|im|hes|shes|were|ive|been)\\b.{0,40}\\b${illEn}\\b`,
  `\\b${foodEn}(?:\\w{2,14}) (?:has |have |really |all )?made (?:me|us|him|her|them|my \\w{2,12}|the kids|everyone|everybody) (?:all |really |very |so |feel |both |violently ){0,3}(?:ill|sick|vomit|throw up|unwell|poorly|puke)\\b`,
  "\\b(?:nos|le|les) (?:ha|han) puesto (?:muy |a todos )?(?:mal[oa]s|enferm[oa]s?)\\b", `\\b(?:gave|given|giving) (?:me|us|him|her|them|my \\w{2,12}|everyone) (?:all |both |really |terrible |awful |bad |such ){0,2}(?:diarrh?o?ea|the runs|(?:a |an )?(?:bad |upset |terrible |dodgy )?(?:stomach|tummy|belly)|hives|a rash|cramps)\\b`,
  "\\b(?:ill|sick|poorly|unwell) (?:after|from) your (?!\\w{0,12} ?(?:visit|service|call|delivery|wait|party|shop|reply|answer|driver|attitude|email)\\b)",
  "\\b(?:it|that) (?:has |really |all )?made (?:me|us|him|her|them|my \\w{2,12}) (?:all |both |violently )?(?:vomit|throw up|puke|ill)\\b",
  `\\b(?:vomit(?:ing|ed)|thrown up|threw up|throwing up|been sick|been ill|got sick|got ill|(?:stomach|tummy|belly) (?:ache|cramps?|pains?)|diarrh?o?ea) (?:badly |all night )?(?:from|because of|thanks to|with) (?:the|your|that|those)\\b`,
];

// Something hard or alive in food. Where something lies beside the food, it came with a broken parcel and is a damaged item.
const hardEs = "(?:cristal(?:es|it[oa]s?)?|vidrios?|plastic[oa]s?|metal(?:es)?|alambres?|tornillos?|tuercas?|clavos?|grapas?|agujas?|astillas?|piedras?|piedrecitas?|tiritas?|cuchillas?|huesos? roto)";
const aliveEs = "(?:cucarachas?|gusanos?|gusanitos|moscas?|mosquitos?|bichos?|bichitos|insectos?|larvas?|hormigas?|aranas?|escarabajos?|orugas?|babosas?|ratones?|raton|polillas?|gorgojos?|avispas?)";
const hardEn = "(?:glass|plastic|metal|wire|screws?|nails?|staples?|needles?|splinters?|stones?|bolts?|razor blades?|blade|plasters?|band ?aids?|shrapnel)";
const aliveEn = "(?:cockroach(?:es)?|roach(?:es)?|maggots?|worms?|fly|flies|bugs?|insects?|larvae?|ants?|spiders?|beetles?|caterpillars?|slugs?|mouse|mice|moths?|weevils?|wasps?)";
const beside = "(?:bolsas?|cajas?|paquetes?|envios?|embalaje|furgoneta|camion|tienda|almacen|suelo|casa|cocina|calle|web|pagina|app|puerta|portal|jardin|contenedor|bags?|box(?:es)?|parcels?|packages?|packaging|van|shop|store|deliver\\w{1,3}|crates?|bottles?|house|kitchen|website|app|door|garden|bins?|bottom|middle|garage|order|pedido)";
const inEs = `(?:dentro de|dentro del|en|entre|con|al morder|mordiendo|comiendo|masticando)(?: el| la| los| las| mi| mis| vuestr[oa]s?| un| una| ese| esa| este| esta|l)?(?! ${beside}\\b)`;
const inEn = `(?:in|inside|into|among|amongst)(?: the| my| your| our| his| her| a| an| this| that| one of)?(?: \\w{1,12} of)?(?! (?:\\w{1,10} )?${beside}\\b)`;
const anEs = "(?:un|una|uno|unos|unas|varios|varias|dos|tres|(?:un |unos |varios )?(?:trozos?|trocitos?|pedazos?|cachos?|restos|fragmentos?|esquirlas?|hilos?) de)";
const asked = "(?:is|are|was|were|do|does|did|can|could|would|si|if|si no)";

export const inFood: string[] = [
  `\\b(?:encontr\\w{1,5}|(?:me|nos) (?:he|hemos|ha|han) (?:encontrado|topado|salido|comido|mordido)|habia|aparecio|(?:ha|han) (?:aparecido|salido|venido)|salio|salieron|visto) (?:con |en el \\w{2,12} |en la \\w{2,12} )?${upTo(2)}(?:${anEs} )?(?:${hardEs}|${aliveEs})\\b.{0,30}?\\b${inEs} \\w`,
  `\\bhay (?:como )?${anEs} (?:\\w{2,10} )?(?:${hardEs}|${aliveEs})\\b.{0,30}?\\b${inEs} \\w`, `(?<!\\bsi )\\bhay (?:cristales|gusanos|bichos|cucarachas|larvas|gorgojos|hormigas) (?:vivos |muertos )?(?:en|dentro de)(?:l| el| la| los| las| mi| vuestr[oa])(?! ${beside}\\b)`,
  `\\b(?:en|dentro de) (?:el|la|los|las|mi|un|una|vuestr[oa]s?|ese|esa)(?! ${beside}\\b) ${upTo(5)}(?:habia|hay|encontr\\w{1,5}|(?:he|hemos|me he|ha) (?:encontrado|salido|aparecido)|aparecio|salio) (?:${anEs} )?(?:${hardEs}|${aliveEs})\\b`,
  `(?<!\\b(?:caja|bolsa|paquete|carta|factura|ticket|envio) )\\b(?:traian?|tenian?|venian? con|vienen? con|vino con|llego con|ha venido con|ha llegado con|trae|estaba llen[oa] de|esta llen[oa] de|llen[oa] de) (?:${anEs} (?:\\w{2,10} )?(?:${hardEs}|${aliveEs})|${aliveEs}|cristales|vidrios?)\\b(?! (?:de (?:burbujas|regalo)))`,
  `\\b(?:me|nos|se) (?:he|ha|hemos|casi me|casi se) (?:mordido|masticado|comido|clavado|tragado|trago|trague) (?:casi )?(?:${anEs} )(?:\\w{2,10} )?(?:${hardEs}|${aliveEs})\\b`, `\\bcasi (?:me|se|nos) (?:lo |la )?trag\\w{1,5} (?:${anEs} )?(?:${hardEs}|${aliveEs})\\b`,
  `\\b(?:i|ive|we|weve|just|he|she|son|daughter|husband|wife|mum|mom|mother|dad|kid|and|have) (?:just |have |has |also |even )?(?:found|discovered|spotted|saw|seen) ${upTo(4)}(?:${hardEn}|${aliveEn})\\b.{0,25}?\\b${inEn} \\w`,
  `^(?:found|finding) ${upTo(4)}(?:${hardEn}|${aliveEn})\\b.{0,25}?\\b${inEn} \\w`,
  `(?<!\\b${asked} )\\b(?:there(?: was| were| is| are|s)|its full of|was full of|were full of|is full of|was crawling with) ${upTo(4)}(?:${hardEn}|${aliveEn})\\b(?: \\w{1,12}){0,3}? ${inEn} \\w`,
  `\\b(?:was|were|is|are) (?:full of|crawling with|riddled with|infested with) ${upTo(2)}(?:${aliveEn}|glass)\\b`, `\\b(?:had|has|came with|contained|hid) (?:a |an |some |several |two |three |little |tiny |big |dead |live ){1,3}(?:(?:bits?|pieces?|shards?|slivers?|splinters?|chunks?|strips?) of )?(?:${hardEn}|${aliveEn})(?: (?:in|inside|baked into) (?:it|them|one)| in$|$)`,
  `\\b(?:al morder|mordiendo|al masticar|masticando|comiendo|biting|chewing) .{0,50}\\b(?:${hardEs}|${aliveEs}|${hardEn}|${aliveEn})\\b`, `\\b(?:salio|salieron|ha salido|han salido|saque|sacado) ${anEs} (?:\\w{2,10} )?(?:${hardEs}|${aliveEs}) (?:viv[oa]s? |muert[oa]s? )?(?:de|del) (?:el |la |los |las |mi |vuestr[oa] )?(?!(?:caja|bolsa|paquete|furgoneta)\\b)`,
  `\\b(?:${aliveEn}|glass|plastic|metal) (?:was|were) (?:\\w{3,10} )?${inEn} \\w`, `\\b(?:pulled|took|picked|spat|fished|spitting|pulling) ${upTo(4)}(?:${hardEn}|${aliveEn}) (?:out of|from|out) (?:my|the|your|this) (?!${beside}\\b)`,
  `\\b(?:bit|bitten|chewed|crunched|biting) (?:down )?(?:on|into) ${upTo(4)}(?:${hardEn}|${aliveEn})\\b`, `\\b(?:nearly|almost) (?:swallowed|choked on|ate) (?:a |an |some |the )?(?:${upTo(2)}(?:of )?)(?:${hardEn}|${aliveEn})\\b`,
  `\\b(?:pieces?|bits?|shards?|slivers?|splinters?|fragments?) of (?:${hardEn})\\b.{0,20}\\b${inEn} (?:\\w)(?<!\\b(?:packed|wrapped) .{0,30})`,
];

// A tooth broken on food.
export const tooth: string[] = [
  "\\b(?:roto|partido|rompi|rompio|parti|partio|saltado|salto|quebrado|quebre|astillado|mellado|caido|perdido) (?:un |una |el |la |mi |media? |dos )?(?:trozo de )?(?:dientes?|muelas?|empaste|colmillo|funda|paleta|corona)\\b(?! de (?:ajo|leon|sierra))",
  "\\b(?:broke|broken|chipped|cracked|lost|split|smashed) (?:a |my |his |her |half a |part of (?:a|my) |two |one of my )?(?:front |back )?(?:tooth|teeth|filling|molar|crown|denture)\\b(?! ?(?:paste|brush|pick))",
];

// What the label or the order said it would be free of.
const allergenEs = "(?:gluten|trigo|lactosa|leche|lacteos?|huevos?|cacahuetes?|frutos secos|nueces|nuez|almendras?|avellanas?|mariscos?|crustaceos?|gambas?|soja|sesamo|pescado|mostaza|sulfitos|apio|moluscos|altramuces|alergenos?)";
const allergenEn = "(?:gluten|wheat|lactose|milk|dairy|eggs?|peanuts?|nuts?|walnuts?|almonds?|hazelnuts?|cashews?|shellfish|crustaceans?|prawns?|soya?|sesame|fish|mustard|sulphites|celery|allergens?)";
const allergen = `(?:${allergenEs}|${allergenEn})`;
const label = "(?:etiquetas?|etiquetado|envase|ingredientes|paquete|label(?:s|led|ed|ling)?|packet|packaging|pack|ingredients?|list(?:ed)?|declared?|pone|avisa|indica|dice|says?|mentions?)";
const held = "(?:contiene|contenia|lleva|llevaba|llevan|tiene|tenia|trae|traia|hay|habia|contains?|contained|containing|has|had|there (?:is|was|are|were)|theres)";
const but = "(?:y|e|pero|aunque|sin que|cuando|mientras|and|but|though|although|yet|while|when|without|which|even though)";
const denies = "(?:no|ni|sin|nada|isnt|is not|not|doesnt|didnt|wasnt|nowhere|never|without|nothing|arent)";
const free = `(?:sin ${allergenEs}|sin alergenos|(?:gluten|dairy|nut|lactose|egg|milk|wheat|peanut|soy|soya|allergen) free|(?:without|no) ${allergenEn}|para celiac[oa]s)`;
const delivered = "(?:(?:habeis|han|ha|os han|me|nos|le) (?:\\w{1,8} ){0,2}?(?:traido|mandado|enviado|dado|puesto|metido|servido|llegado|colado|trajeron|trajo|mandaron|enviaron|dieron)|llego|llegaron|ha venido|han venido|(?:you|youve|they|theyve|driver|shop) (?:have |has |all |just )?(?:sent|brought|delivered|gave|given|put|packed|substituted)|i (?:got|received|was (?:sent|given))|we (?:got|received|were (?:sent|given))|arrived|came|got|received)";
const wrong = `(?:normal(?:es)?|corrientes?|de siempre|regular|ordinary|standard|con ${allergenEs}|de trigo|with (?:\\w{1,8} )?${allergenEn}|full of ${allergenEn}|the wheat|wheat (?:bread|pasta|flour|ones?))`;
const allergic = "(?:celiac[oa]s?|coeliacs?|celiacs?|alergic[oa]s?|alergias?|intolerantes?|intolerancia|allergic|allerg(?:y|ies)|intolerant|intolerance)";
const heldIt = `${held} (?:\\w{1,8} ){0,2}?${allergen}`;

export const undeclared: string[] = [
  `\\b${heldIt}\\b ${upTo(3)}${but} ${upTo(4)}${denies} ${upTo(5)}${label}\\b`, `\\b${label} ${upTo(3)}${denies} ${upTo(5)}${allergen} ${upTo(2)}(?:but|and|pero|y|yet) ${upTo(3)}${held}\\b`, `\\b(?:${allergen} (?:que )?no (?:declarad[oa]s?|(?:se )?declaran?|viene (?:declarado|indicado|en la etiqueta)|pone en la etiqueta)|undeclared ${allergenEn}|${allergenEn} (?:is|was|are|were)(?: not|nt) (?:declared|listed|on the label|mentioned))\\b`,
  `\\b${free} ${upTo(6)}(?:pero|but|y|and|sin embargo|yet|cuando|aunque|though) ${upTo(6)}(?:${heldIt}|(?:pone|lists?|shows?|says?|say|dice) ${upTo(1)}${allergen}|${delivered} ${upTo(4)}${wrong}|${wrong})\\b`, `\\b${delivered} ${upTo(5)}${wrong} (?:en vez de|en lugar de|instead of|rather than|not|y no|cuando|when) ${upTo(5)}${free}\\b`,
  `\\b${allergic}\\b.{0,60}?\\b${delivered} ${upTo(6)}(?:${wrong}|con ${allergen}|with ${allergen}|equivocad[oa]s?|the wrong)\\b`, `\\b${delivered} ${upTo(6)}(?:${wrong}|con ${allergen}|with ${allergen})\\b.{0,50}\\b${allergic}\\b`,
];
