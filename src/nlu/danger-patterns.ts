/**
 * Ways to tell of danger that are built from parts: who, what is done, to what. For the words of danger.ts: folded, without
 * apostrophes, joined by single blanks. Every repetition is bounded.
 */

const few = "(?:\\w{1,12} ){0,3}?";

// Self-harm: an end to one's own life, a life without sense, nobody who would miss one.
const dieSelf = "(?:morir(?:me)?|matarme|quitarme (?:la vida|del medio|de (?:en )?medio|de enmedio)|suicidarme|desaparecer(?: del mapa| del todo| de este mundo| para siempre| de la faz)?(?! de\\b| del?\\b)|dormir(?:me)? y no despertar|irme de este mundo|tirarme (?:por (?:la|una) ventana|por el balcon|de un puente|al tren|al metro)|(?:acabar|terminar) con (?:mi vida|todo(?: de una vez)?$)|poner(?:le)? fin a (?:mi vida|todo$)|ahorcarme|colgarme de|cortarme las venas)";
const intends = "(?:quiero|quisiera|queria|deseo|voy a|pienso(?: en)?|pensando en|ganas de|planeo|prefiero|preferiria|mejor|ojala pudiera|me gustaria|solo me queda|necesito)";
const lifeEn = "(?:living|life|being alive|existing|going on|carrying on)";
const noFigure = "(?! (?:in|near|with|without|off|at|on|there|here|so|like|room|the|about|this|to|until|waiting)\\b)";
const nobody = "(?:nobody|no one|noone|none)";
const gone = "(?:if i (?:was|were|am|just|had)? ?(?:gone|dead|died|disappeared|dissapeared|vanished|not here|wasnt here|werent here|never (?:born|existed)))";

export const selfHarmMore: string[] = [
  `\\b${intends} (?:solo |ya |simplemente )?${dieSelf}`,
  "\\bme (?:quiero|voy a|quisiera|queria) (?:ya )?(?:quitar (?:del medio|de (?:en )?medio|de enmedio|la vida)|ahorcar|tirar (?:por (?:la|una|el) (?:ventana|balcon)|de un puente|al tren|al metro)|ir de este mundo)\\b",
  "\\bse (?:quiere|queria|va a|intento|ha intentado) (?:matar|morir|suicidar|quitar la vida)\\b",
  "\\b(?:para|pa) que (?:voy a )?(?:seguir|sigo) (?:viv\\w{1,6}|en este mundo|en esta vida|mejor (?:desaparecer|morir|morirme|irme|acabar))\\b",
  "\\b(?:no (?:merece|vale) la pena|no tiene (?:ningun )?sentido|no le veo (?:el |ningun )?sentido a) (?:seguir )?(?:viviendo|vivir|mi vida|esta vida|la vida)\\b", "\\b(?:la|mi|esta) vida (?:ya )?no (?:merece la pena|vale (?:la pena|nada)|tiene (?:ningun )?sentido)(?! sin (?:queso|jamon|cafe|chocolate|vino|croquetas))",
  "\\bnadie me (?:echaria de menos|echara de menos|va a echar de menos|extranaria|va a extranar|lloraria|va a llorar)\\b", "\\bnadie me quiere(?: en (?:este mundo|la vida|mi familia))?(?:$| (?:no|ni|y|ya|estoy|soy|me|mejor)\\b)", "\\b(?:estari(?:a|an|ais)|vivirian) mejor sin mi\\b",
  "\\b(?:no (?:valgo|sirvo)|yo no valgo) (?:para |pa )?nada(?! (?:en|con|de|haciendo|cocinando|para)\\b)", "\\b(?:cansad|hart)[oa] de (?:vivir|estar viv[oa]|la vida|esta vida)(?! (?:en|con|lejos|sin|de|a)\\b)", "\\b(?:ya )?no quiero (?:estar|seguir) (?:mas )?(?:aqui|en este mundo|viv[oa])(?: mas)?(?! (?:mas )?(?:en|esperando|hablando|perdiendo|con|hasta|por|registrad[oa]|suscrit[oa])\\b)", "\\bno (?:aguanto|soporto) (?:mas )?(?:esta|la|mi) vida\\b",
  "\\b(?:end(?:ing)?|tak(?:e|ing)) my (?:own )?life\\b", "\\b(?:gonna|going to|want to|wanna|will|ill|should|about to|ready to|decided to|might|imma|ima) (?:just )?end (?:it(?: all| tonight| tonite| right now| soon)|everything tonight)\\b(?!.{0,40}\\b(?:subscription|contract|membership|plan|account|chat|call)\\b)",
  "(?:^|\\b(?:ill|gonna|going to|about to|want to|have to|wanna|might|should|just|will|literally|imma|and|so) )kms(?:$| (?:tonight|now|today|rn|soon|fr|if|bc|because|please)\\b)",
  "\\b(?:unalive|hang|off|drown|kill|killing|hanging) (?:myself|himself|herself|themselves|themself)\\b", "\\b(?:slit|cut) my wrists?\\b", "\\b(?:jump|throw myself) (?:off|from|out of|under|in front of) (?:a|the|my) (?:bridge|roof|building|window|balcony|train|cliff)\\b",
  `\\b(?:life|living)(?: just| really| simply)? (?:isnt|isn|is not|aint|is no longer|is not even|isnt even|doesnt feel|not) worth (?:living|it$)`, `\\b(?:no|any|the|much) (?:point|reason|sense|use) (?:in|to|of|for|being) (?:keep )?${lifeEn}(?: on| anymore| any more)?${noFigure}`,
  "\\bdo(?:n| no)?t (?:really |just )?(?:want to|wanna|want) (?:be (?:here|alive|around|on this (?:earth|planet))|exist|live|wake up) ?(?:any ?more|any longer|at all)(?! (?:with|on your|in your|as a|if you)\\b)", "\\b(?:just )?(?:want to|wanna|wish i could) (?:disappear|dissapear|vanish)(?: forever| for good)?$", "\\b(?:want to|wanna) (?:disappear|die|sleep) (?:forever|and never)\\b",
  `\\b${nobody} (?:would|will|ll|d|is going to) (?:even |ever |really )?(?:miss|mourn) me\\b`, `\\b${nobody} (?:would|will|d) (?:even |ever |really )?(?:care|notice) ${gone}`, "\\bbetter (?:off )?without me\\b", "\\b(?:im|i am|id be|we are) better off dead\\b", `\\b${nobody} loves me(?:$| (?:and|i|im|so|anymore)\\b)`,
  `\\b(?:tired|sick|done) (?:of|with) (?:living|life|being alive)${noFigure}`, "\\bi(?:m| am) (?:so |completely |totally |just )?worthless\\b", "\\bwish i(?:d| had)? (?:was |were )?never (?:been )?born\\b",
];

// Medical: breath, blood, an overdose.
const sweets = "(?! (?:de|of|on) (?:la )?(?:azucar|chocolate|cafe|queso|caldo|jabon|menta|regaliz|turron|sugar|cheese|coffee|cake|candy|mint|emails?))";
const drugsEs = "(?:pasti(?:ll|y)as?|pildoras?|comprimidos?|capsulas?|medicamentos?|medicinas?|medicacion|somniferos?|ansioliticos?|antidepresivos?|tranquilizantes?|calmantes?|paracetamol(?:es)?|ibuprofenos?|diazepam)";
const drugsEn = "(?:pills?|tablets?|meds|medication|medicines?|painkillers?|sleeping pills|paracetamols?|ibuprofens?|tylenols?|xanax|antidepressants?|capsules?|aspirins?|sedatives?)";
const body = "(?:hand|finger|fingers|thumb|arm|leg|foot|wrist|palm|lip|mouth|tongue|face|head|knee)";
const people = "(?:im|i am|hes|shes|he is|she is|theyre|son is|daughter is|kid is|child is|baby is|husband is|wife is|mum is|mom is|mother is|father is|dad is|friend is|(?:hand|finger|thumb|arm|leg|foot|wrist|mouth|head|face|nose) is|fingers are)";

const hard = "(?:(?:trozos? de |cachos? de |bits? of |pieces? of |shards? of )?(?:cristal(?:es)?|vidrios?|metal|glass|cuchillas?|agujas?|razor blades?|needles?|tornillos?|screws?|clavos?|nails?|tachuelas?|grapas?|staples?|wire|alambre))";
const inMouth = "(?:(?:se|me) (?:lo|la|los|las) (?:trag\\w{1,5}|ha tragado|he tragado)|(?:he|ha|se ha|me he) tragado|tragandose(?:lo|la)?|swallow(?:ed|s|ing)? (?:it|one|some|a bit|a piece)|(?:bit|bitten|chewed|crunched) (?:on|into|down on) (?:it|one)|cut (?:my|his|her|their) (?:mouth|tongue|lips?|gums?|throat)|(?:me|se|le) (?:ha |he )?(?:cort\\w{1,5}|clav\\w{1,5}) (?:en )?(?:la |el )?(?:boca|lengua|labio|encia|garganta|paladar))";

export const medicalMore: string[] = [
  // Something hard in food and somebody who had it in the mouth, in either order: "found glass in the yoghurt and I swallowed it".
  `\\b${hard}\\b.{0,80}\\b${inMouth}\\b`, `\\b${inMouth}\\b.{0,40}\\b${hard}\\b`,
  "\\b(?:me|nos) falta (?:el |la )?(?:aire|aliento|respiracion)\\b(?! de la risa| de risa| libre| acondicionado)", "\\b(?:a mi \\w{1,9} |\\b)le falta el aire\\b(?! a(?:l| la| mi| los)? (?:rued|colchon|globo|balon|pelota|flotador|piscina))", "\\b(?:me|nos|se) (?:quedo|quedando|estoy quedando|esta quedando|ha quedado) sin (?:aire|respiracion|respirar)\\b", "\\bno (?:me )?(?:respira|respiro|puedo casi respirar|puedo ni respirar)\\b", "\\bme ahogo(?! (?:en|con) (?:deudas|facturas|un vaso|tant[oa]s?|trabajo))\\b",
  "\\b(?:short of breath|gasping for (?:air|breath)|cant catch (?:my|his|her) breath|(?:stopped|not|isnt|barely) breathing)\\b",
  `\\b(?:tomado|tome|tomo|tragado|trague|trago|ingerido|ingeri|ingirio|metido|bebido) ${few}(?:demasiad[oa]s?|much[oa]s|muchisim[oa]s|un monton de|un punado de|tod[oa]s? (?:el|la|los|las|mis|sus)|(?:un|el|una|la|medi[oa]|dos|tres)(?: enter[oa])? (?:bote|frasco|caja|blister|tira|tubo|envase|cajita|botella)s?(?: enter[oa]s?| complet[oa]s?)?(?: llen[oa])? de) ${few}${drugsEs}\\b${sweets}`,
  `(?<!\\b(?:you|they|driver|courier|he just) )\\b(?:take|took|taken|swallowed|downed|popped|ate|eaten) ${few}(?:too many|way too many|loads of|so many|(?:bottle|box|pack|packet|handful|load|bunch|blister|strip)s? of|all (?:of )?(?:my|the|his|her)) ${few}${drugsEn}\\b${sweets}(?! (?:out|from|off|back)\\b)`,
  `\\b(?:i|ive|hes|shes|he|she|has|have|son|daughter|husband|wife|friend|mother|mum|mom|father|dad|brother|sister) (?:just |have |has |accidentally |might have |may have |think i )?(?:overdosed|od ed|oded)\\b${sweets}`, "\\b(?:im|i am|is|hes|shes) overdosing\\b", `\\b(?:taken|took|having|had) an overdose\\b${sweets}`, `\\b(?:he|ha|tengo|tiene|tomado|tuve|tuvo|sufrido|sufre|con|por) (?:tomado |tenido |sufrido )?una sobredosis\\b${sweets}`,
  "\\b(?:estoy|esta|estamos|sigo|sigue) (?:\\w{1,10} )?(?:sangrando|desangrando(?:me|se)?)\\b(?! (?:la|el) (?:carne|filete|chuleton|pollo|tinta))(?<!\\b(?:carne|filete|chuleton|entrecot|pollo|solomillo) (?:que )?(?:\\w{1,10} )?(?:esta|sigue) sangrando)", "\\b(?:me|le) (?:sangra|esta sangrando|sale (?:mucha )?sangre)\\b", "\\bno (?:para|paro|deja|dejo|puedo parar) (?:de |el )?(?:sangrar|sangrado)\\b", "\\b(?:pierdo|perdiendo|perdido) mucha sangre\\b", "\\bme (?:estoy )?desangr(?:o|ando)\\b",
  "\\b(?:me|se|nos) (?:he |ha |han |hemos |acabo de )?(?:cortado|corte|corto|rajado|raje|clavado) (?:\\w{1,10} ){0,8}?(?:sangr\\w{1,6}|profund[oa]|grave|hospital|urgencias|puntos de sutura|hasta el hueso)\\b",
  `\\b${people} (?:still |really |now |badly |heavily )?bleeding\\b(?! (?:edge|ink|colou?r|hell)\\b)`, "\\bbleeding (?:badly|heavily|a lot|out|everywhere|profusely|non ?stop)\\b(?<!\\b(?:meat|steak|beef|chicken|ink|dye|colou?r)s? (?:is |was |are )?bleeding \\w{1,10})", "\\b(?:wont|cant|doesnt|not) stop (?:the )?bleeding\\b", "\\b(?:losing|lost) (?:a lot of|so much|lots of|too much) blood\\b",
  `\\b(?:cut|sliced|gashed|slashed) (?:me|myself|my (?:\\w{1,8} )?${body})(?:$| (?:badly|deep|deeply|open|pretty|really|quite|very|and|on|with|when|while|when|to the bone)\\b)`,
];

// Threats: fire and bombs laid to a place of the shop.
const placeEn = "(?:stores?|shops?|place|house|homes?|warehouses?|offices?|building|premises|vans?|trucks?|car|depot|supermarket|company|business|headquarters|hq|office)";
const willEn = "(?:ill|i will|im (?:going to|gonna|about to|coming to)|i am going to|gonna|going to|we will|imma|ima|i swear ill|i want to|i should|somebody should|someone should)";
const placeEs = "(?:tienda|almacen(?:es)?|nave|local|bodega|oficinas?|sede|camion(?:es)?|camioneta|furgonetas?|negocio|casa|coche|carro|super\\w{0,7}|edificio|empresa|sucursal|deposito|galpon|chiringuito)";
const fire = "(?:quemar|incendiar|(?:prender|pegar|meter|dar)(?:le|les|os)? fuego|volar|tirotear|balear|poner(?:le|les|os)? una bomba|meter(?:le|les|os)? una bomba)";

export const threatMore: string[] = [
  `\\b${willEn} ${few}(?:burn|torch|set fire to|set alight|blow up|bomb|firebomb|shoot up|smash up) (?:down )?(?:all )?(?:of )?(?:your|ur|the|that|this) (?:\\w{1,12} ){0,2}?${placeEn}\\b`, `\\b(?:set|setting) (?:your|ur) (?:\\w{1,12} )?${placeEn} (?:on fire|alight|ablaze)\\b`, `\\bburn (?:your|ur|that|this) (?:\\w{1,12} )?${placeEn} (?:down|to the ground)\\b`, `\\byour (?:\\w{1,12} )?${placeEn} (?:will|is going to|is gonna|s gonna) (?:burn|go up in flames|blow up)\\b`,
  `\\b(?:voy a|vamos a|ire a|iremos a|pienso|juro que voy a|deberian|habria que) (?:ir a )?${fire}(?:os|le|les)? (?:a |en )?(?:tod[oa] )?(?:vuestr[oa]s?|la|el|los|las|al|su|sus|tu|tus|esa|ese|esta|este) (?:\\w{1,12} )?${placeEs}\\b`,
  `\\b(?:os|les|le|te) (?:voy a|vamos a) (?:ir a )?${fire}\\b`, `\\b(?:os|les|te|le)? ?(?:quemare|quemo|incendiare|incendio|volare|(?:prendere|prendo|pegare|pego) fuego a(?:l)?) (?:la |el |vuestr[oa]s? |su |tu |esa |ese ){0,2}${placeEs}\\b`,
];

// Fraud: payment means in other hands, payments nobody made, swindles.
const means = "(?:visa|mastercard|amex|tarjetas?|cuenta(?: bancaria)?|billetera|cartera)";
const holder = "(?:monedero|bolso|bolsa|mochila|movil|celular|telefono|purse|handbag|bag|backpack|phone)";
const chargeEs = "(?:cargos?|cobros?|pagos?|compras?|movimientos?|recibos?|transaccion(?:es)?|operacion(?:es)?|retiros?|debitos?)";
const notMineEs = "(?:no|nunca|jamas) (?:lo |la |los |las )?(?:recono[zs]co|he (?:hecho|autorizado|realizado|reconocido|efectuado)|hice|hize|hise|autori[cz]e|realice|efectue|es mi[oa]|son mi[oa]s|fui yo|me suena|corresponden?)";
const recognise = "(?:rec+ogni[sz]e|reconi[sz]e|recogn?ice|rekognize)";

export const fraudMore: string[] = [
  `\\b(?:me|nos|le) (?:han |ha |habran |acaban de )?(?:robad[oa]|robaron|clonado|clonaron|clonan|duplicado|duplicaron|hackeado|hackearon|hakeado|jaqueado|jaquearon|copiado|copiaron|sustraido) (?:los datos de )?(?:la |mi |una |el |las |mis |su ){0,2}${means}\\b(?! (?:de (?:puntos|cliente|socio|fidel)|regalo))`,
  `\\b(?:robad[oa]|robaron|quitaron|nicked|stolen|stole|snatched) (?:\\w{1,8} ){0,3}${holder}\\b.{0,40}\\b(?:tarjetas?|visa|card|cards|bank)\\b`, `\\b${holder} (?:got|was|has been|had been|just got|were|been) (?:just )?(?:stolen|nicked|snatched|robbed|pinched)\\b.{0,40}\\b(?:card|cards|bank|visa)\\b`,
  "\\b(?:visa|mastercard|amex|cards?|wallet) (?:just )?(?:got|was|were|has been|have been|been|is) (?:just )?(?:stolen|cloned|hacked|skimmed|compromised|nicked|copied)\\b",
  `\\b${chargeEs} (?:\\w{1,10} ){0,6}?que (?:yo )?${notMineEs}\\b`, `\\b(?:yo )?no (?:hice|he hecho|hize|autorice|he autorizado|recono[zs]co) (?:este|ese|esa|esta|estos|esos|ningun|el|la|los|las) ${chargeEs}\\b`,
  `\\b(?:charges?|payments?|transactions?|purchases?|withdrawals?|debits?) (?:\\w{1,10} ){0,6}?(?:that |which )?i (?:really )?(?:dont|do not|didnt|did not|never|havent|have not) (?:even )?(?:${recognise}|make|made|did|do|authori[sz]ed?|approved?)\\b`, `\\b(?:dont|do not|cant) ${recognise} (?:this|the|a|an|these|that|some) (?:\\w{1,8} )?(?:charges?|payments?|transactions?|purchases?)\\b`,
  "\\b(?:me|nos) (?:han |ha )?(?:estafad[oa]|timad[oa]|estafaron|timaron|defraudaron)\\b(?! con (?:el|la|este|esta|los|las) (?!web|pagina|tarjeta|cuenta|app|tienda|pago|compra|visa))(?! en (?:el|la) (?:peso|precio|calidad|cantidad))", "\\b(?:he sido|fui|fuimos|soy) (?:\\w{1,8} ){0,2}?(?:estafad[oa]s?|victima de (?:un|una) (?:estafa|fraude|timo|engano))\\b",
  "\\b(?:i|ive|we|weve|mum|mom|mother|father|dad|wife|husband) (?:just |have |has |think i |might have |may have )?(?:was|were|been|got|am being|being|gotten) (?:just |being )?(?:scammed|swindled|defrauded|conned|phished|skammed)\\b", "\\b(?:fake|pagina falsa|web falsa|correo falso|sms falso) (?:web ?site|site|web ?page|email|e mail|text message|sms|que)\\b(?=.{0,40}\\b(?:you|your|vuestr[oa]|ustedes|card|bank|tarjeta|banco)\\b)",
];
