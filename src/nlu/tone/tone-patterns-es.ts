import { betterWords } from "./better-words.ts";
import { patternsOf } from "./tone-pattern.ts";
import type { TonePattern } from "./tone-pattern.ts";

const blaming = patternsOf("blaming", betterWords.es.blaming);
const dismissive = patternsOf("dismissive", betterWords.es.dismissive);
const shutting = patternsOf("dismissive", "Voy a ver qué sí puedo hacer.");
const promised = patternsOf("over-promising", "Voy a mirar qué lo causó, para evitar que se repita.");

const fault = "(?:culpa|fallo|error|equivocacion|despiste|descuido|torpeza|negligencia|responsabilidad)";
const yours = "(?:suy[oa]|tuy[oa]|vuestr[oa]|de usted|por su parte|de su parte|por tu parte|por su lado|de su lado|cosa suya|cosa tuya)";
/** What a customer does or leaves undone with an order, as it was, was done, or had to be. */
const act = "(?:mir|le[iy]|revis|comprob|fij|avis|llam|contest|cog|abr|abier|estuv|esta|indic|p[uo]s|puest|puso|meti|escrib|escrit|tecle|di[oj]|dad|facilit|eleg|eligi|marc|ped|pidi|hizo|hech|hac|segui|sigui|atend|atendi|recog|recib[io]|tuv|prest|pens|espera|pregunt|guard|confirm|seleccion|entend|cancel)\\p{L}{0,6}";
const amiss = "(?:mal|equivocad[oa]s?|incorrect[oa]s?|errone[oa]s?|incomplet[oa]s?|tarde|a ultima hora|que no (?:era|es|tocaba|correspondia))";
const little = "(?:un|una|unos|unas|uno|dos|tres|cuatro|cinco|diez|\\d+|tan poc[oa]|eso|esto|tonterias|nada|algo asi|cualquier cosa|este|esta|semejante)";
/** Words that take the feeling seriously: the same words then say that it is no wonder. */
const validates = "(?:entiendo|entendemos|comprendo|comprendemos|normal|logico|comprensible|razon|derecho|siento|lamento|lamentamos|sentimos|perdon\\p{L}*|disculp\\p{L}*|imagino)";
const vexed = "(?:enfad|enoj|alter|molest|sulfur|irrit|indign|ofend|quej|grit|preocup|alarm|agobi|dramatiz|exager|disgust|mosque|cabre)";
const who = "(?:(?:lo|la|los|las|le|les|nos|me|se|te) ){0,2}";

export const tonePatternsEs: TonePattern[] = [
  blaming(`(?:${fault}|problema)(?: (?!nuestr|mi[oa])\\p{L}+){0,3}? ${yours}`, { denies: true, unless: "a causa nuestra|no es asunto" }),
  blaming(`(?:es|fue|ha sido|seria|sera|por) (?:un |una |todo |solo |exclusivamente |unicamente )?(?:su|tu|vuestra|vuestro)(?: propi[oa])? ${fault}`, { denies: true }),
  blaming(`(?:le|te|les|os|se) (?:ha |han )?(?:pas|ocurr|suced|qued)\\p{L}{1,5}(?: \\p{L}+){0,4} por (?:no )?(?:haber(?:se)? )?\\p{L}{2,10}(?:ar|er|ir|ado|ido)(?:se|lo|la)?(?: \\p{L}+)?`, { unless: `por (?:llegar|haber llegado|salir|haber salido|haber nieve|haber mucho)|${validates}|nuestr[oa]s?` }),
  blaming("(?<=(?:^|[.!?\\n])\\s{0,2})haberl[oa]s? (?:leido|mirado|dicho|pedido|revisado|comprobado) antes"),
  blaming("por no (?:haber(?:se|lo)? )?(?:leer|mirar|estar|contestar|abrir|avisar|revisar|seguir|indicar|atender|recoger|comprobar|hacer caso|fijarse|prestar|preguntar|poner|leido|mirado|estado|contestado|abierto|avisado|revisado|seguido|indicado|atendido|recogido|comprobado|hecho caso|fijado|puesto)(?:lo|la|los|las|se)?", { unless: `${validates}|nuestr[oa]s?` }),
  blaming("(?:si|de) (?:usted |tu |no |se |te |nos |me |lo |la |le |solo |al menos ){0,4}(?:hubier|hubies|haber)(?:a|as|e|es)?(?: usted)?(?: no)? (?:leido|mirado|revisado|puesto|estado|avisado|llamado|contestado|abierto|elegido|comprobado|seguido|indicado|escrito|tecleado|prestado|pensado|tenido (?:mas )?cuidado|preguntado|dicho|fijado|atendido|recogido|confirmado|guardado|hecho caso|comprado|pedido|dado)", { unless: "no pasa nada|da igual|no importa|no hay problema|sabido|nosotros|nuestr[oa]s?|hubieramos|hubiesemos" }),
  blaming(`(?:usted|tu)(?: mism[oa])? (?:no |se |lo |la |nos ){0,3}(?:(?:ha|has) )?${act}(?: \\p{L}+){0,4} ${amiss}`, { unless: "si|puede|podria" }),
  blaming(`(?:ha|has|lo ha|lo has|la ha) ${act} (?:usted|tu)(?: \\p{L}+){0,3} ${amiss}|${act} usted(?: mism[oa])?(?: \\p{L}+){0,3} ${amiss}|${amiss} usted(?: mism[oa])?`),
  blaming(`usted(?: mism[oa])? (?:no|nunca|jamas|ni siquiera) (?:se |lo |la |nos |me |ha |estaba |quiso ){0,3}(?:${act}|estaba|ha estado)`, { unless: `cuando|mientras|si|puede|tiene|${validates}|nuestr[oa]s?` }),
  blaming(`no ${who}(?:ha )?(?:leyo|miro|contesto|abrio|aviso|reviso|siguio|indico|atendio|recogio|comprobo|estaba|estuvo) usted`),
  blaming("(?:fue|ha sido|habra sido) usted (?:quien|el que|la que)|ha sido usted(?: mism[oa])?", { denies: true, unless: "amable|paciente|util|gracias" }),
  blaming("(?<=(?:^|[.!?\\n;,])\\s{0,2})(?:pero |es que |y |como |ademas )?no nos (?:aviso|dijo|indico|llamo|contesto|informo|comunico|ha avisado|ha dicho|ha indicado)", { unless: "nuestr[oa]s?|proveedor|repartidor|almacen|transportista" }),
  blaming("(?:se|te) (?:equivoco|confundio|descuido|despisto) usted|usted se (?:ha )?(?:equivoc|confundi|descuid|despist)\\p{L}+"),
  blaming(`(?:alg[ou]\\p{L}*|alguna?|que) (?:\\p{L}+ )?habra[sn]? ${act.replace("mir|", "toc|romp|rot|mir|")}|habra[sn]? (?:tocado|roto|metido|puesto|hecho) (?:usted|algo|mal)`, { unless: "nosotros|almacen|transportista|repartidor|tienda" }),
  blaming("que (?:esperaba|esperabas|espera|esperas|pretende|pretendia|queria) (?:usted|que|entonces)|que esperaba|(?:asi que|luego|despues|ahora|y) no (?:se queje|te quejes|venga|vengas)(?: \\p{L}+){0,2}|no (?:puede|tiene derecho a) quejarse"),
  blaming("la proxima (?:vez )?(?:lea|lee|fijese|fijate|preste|presta|piense|piensa|tenga mas cuidado|ten mas cuidado|este mas atent[oa]|mire antes|mire bien)(?: \\p{L}+)?"),
  blaming("(?:es que|acaso) (?:usted )?no (?:sabe|sabes|ve|ves|lee|lees|entiende|entiendes|escucha|mira|ha leido|lo ve)(?: \\p{L}+)?|no sabe leer|no sabes leer"),
  blaming("(?:pasa|ocurre|sucede|es lo que pasa)(?: \\p{L}+)? (?:cuando|si) (?:uno |usted )?no se? (?:le|mir|sigu|revis|avis|prest|hac|fij|tien|compr)\\p{L}*|eso (?:le |te )?pasa por \\p{L}+"),
  blaming("(?:usted|ustedes) (?:no )?(?:miente|mienten|se lo inventa|se lo ha inventado|ha roto|ha estropeado)|(?:lo|la|se lo) (?:rompio|estropeo|perdio|busco|ha (?:creado|causado|provocado|buscado|liado|roto|perdido)) usted|se lo ha buscado"),

  blaming("nadie (?:le|te|se lo|te lo) (?:ha )?(?:oblig|mand|pidi|pedid|dij|dich)\\p{L}{0,3}"),
  blaming("por que no (?:nos |lo |la |le |se )?(?:llamo|aviso|miro|leyo|comprobo|pregunto|dijo|reviso|confirmo|indico|contesto|abrio|espero)(?! yo)", { unless: `nosotros|mi companer|${validates}` }),
  dismissive(`(?:no|tampoco|ni que) (?:es|era|fue|sera|sea|fuera) (?:para (?:tanto|(?:que se )?${vexed}\\p{L}*|pon\\p{L}*|(?!com|llev|us|tom|consum|bañ)\\p{L}+[aei]rse|llorar|montar|armar|tirarse|hacer un)|(?:el|un) fin del mundo|el fin de nada|tan (?:grave|malo|mala|importante|terrible|dificil|serio|urgente|tragico)|una? (?:tragedia|drama|catastrofe|desgracia))(?: \\p{L}+)?`),
  dismissive("(?:no creo|no me parece|dudo|tampoco creo) que sea (?:tan|para|un|una)(?: \\p{L}+)?|no sera (?:tan|para)(?: \\p{L}+)?"),
  dismissive(`(?:menud[oa]|vaya|que|este|tanto|tal|montar|monta|montando|armar|armando|hacer|haciendo|hace|haga|hagas|sin)(?: (?:un|una|este|tanto|semejante))? (?:escandalo|drama|numerito|espectaculo|circo|tragedia|mundo de|montana de|show|teatro|pollo (?:por|que))`, { unless: "sin mas|sobre|entradas?" }),
  dismissive(`(?:escandalo|numero|lio|jaleo|follon|enfado|disgusto|quejas?|quejarse|queja|enfadarse|ponerse asi|enfada|preocuparse|protestar|gritar|grita|protesta|historia|revuelo)(?: (?:asi|tanto|usted|mas))? por ${little}`, { unless: validates }),
  dismissive(`tant[oa]s? \\p{L}+ por ${little}`, { unless: `${validates}|gracias|agradec\\p{L}+` }),
  dismissive(`(?:est[ae]s?|anda|andas|sigue)(?: usted)? (?:exagerando|dramatizando|sacando las cosas|siendo (?:muy |poco )?(?:injust|exager|pesad|razonabl|dificil|impacient)\\p{L}*|haciendo (?:un|una) (?:drama|mundo|montana))(?: de quicio)?`, { denies: true }),
  dismissive(`(?:no|tampoco) (?:hace falta|es necesario|hay (?:por que|motivo para|razon para|necesidad de)|tiene (?:por que|motivo para)) (?:que )?(?:se |te )?(?:(?:${vexed.replace("preocup|", "").replace("molest|", "")})\\p{L}*|pon(?:erse|ga|gas|erte) asi|levantar la voz|montar)`, { unless: "usted mism[oa]|gastos" }),
  dismissive("no (?:se|te|me) (?:altere|enfade|enoje|sulfure|grite|ofusque|irrite|ponga (?:asi|nervios[oa])|levante la voz|indigne|obsesione|agobie)s?|no le de mas vueltas|no (?:vale|merece) la pena (?:que )?(?:discut|enfad|quej|pon|seguir|alter|grit|llor|protest)\\p{L}*|no se (?:acaba|hunde|cae|termina|muere|ha muerto|ha acabado)(?: el mundo| nadie| nada)|no le des mas vueltas|deje(?:n)? de (?:quejarse|gritar(?:me|nos)?|insistir|dar la lata)|lo que usted diga(?=$|[.!\\n])"),
  dismissive("(?:hay|existen|he visto|tenemos) (?:\\p{L}+ )?(?:cosas|problemas|casos|clientes|gente|asuntos|situaciones)(?: \\p{L}+){0,2} (?:peor(?:es)?|mas (?:grave|importante|urgente|serio)s?)|cosas peores|(?:a )?(?:otr[oa]s|hay quien|hay gente que|la gente|muchos)(?: \\p{L}+){0,2} (?:(?:les|le|lo) )?(?:va|van|pasan?|tienen|esta|estan)(?: (?:mucho|bastante|aun|todavia|muchisimo))? peor"),
  dismissive("(?:las cosas|esto|eso|la vida|el mundo|los plazos|aqui)(?: \\p{L}+)? (?:es|son|funcionan?|van?) asi(?=$|[.,;!\\n]| y )|asi (?:es|son|funcionan?|van?) (?:esto|eso|las cosas|la vida|aqui|el tema)|que se le va a hacer|asi y ya esta|es asi (?:no hay mas|y punto|y no)|no hay mas que hablar"),
  dismissive("(?:y )?a (?:mi|nosotros) que(?: me| nos)?(?: (?:cuenta|cuentas|dice|importa))?(?=$|[.,;!?\\n])|(?:usted |creo que |parece que |veo que )?(?:dramatiza|exagera)s?(?: (?:usted|un poco|mucho|bastante|demasiado))(?=$|[.,;!?\\n])", { denies: true }),
  dismissive("(?:a mi |a nosotros )?(?:me|nos) (?:da (?:igual|lo mismo)|trae sin cuidado|importa (?:poco|bien poco|un \\p{L}+))(?=$|[.,;!\\n]| que | lo que (?:diga|piense|opine|sienta))"),
  dismissive("(?:pues |si quiere )?(?:reclame|quejese|denuncie|denuncienos|protest[ea]|ponga una (?:queja|reclamacion))(?: \\p{L}+)? (?:donde|a quien|cuanto|cuando|si) (?:le \\p{L}+|quier[ae])|haga lo que (?:quiera|le parezca|le de la gana)"),
  dismissive("como (?:todo el mundo|todos los demas|los demas|cualquiera|el resto)|pues (?:espere|espera|aguante|pongase|vaya|no|nada|haga|cambie|compre|busque)(?: \\p{L}+)?"),
  dismissive("(?:es|son|eso es|vaya|menuda|por|una)(?: una| unas| una simple)? (?:tonterias?|bobadas?|chorradas?|nimiedad(?:es)?|minucias?|pequenez|naderia|insignificancia|estupidez)", { denies: true, unless: "ningun\\p{L}*|no" }),
  dismissive("(?:no )?(?:veo|entiendo|se) (?:donde esta|cual es|el|que) (?:el )?problema(?=$|[.,;!?\\n])|no (?:entiendo|veo|comprendo|se) (?:por que|de que|a que viene|por que motivo) (?:se|te|tanto|tanta|ese|esa)(?: \\p{L}+)?", { unless: "expli\\p{L}+|cuent\\p{L}+|dig\\p{L}+|ayud\\p{L}+" }),
  dismissive("(?<=(?:^|[.!?\\n])\\s{0,2})(?:pues )?(?:ajo y agua|mala suerte|se siente|se aguanta|lo siento mucho por usted|alla usted|peor para usted)(?=$|[.,;!\\n])|ha tenido mala suerte y"),
  dismissive("solo (?:son|es|ha sido|han sido|fue|fueron|eran|se trata de) [^.!?\\n]{1,25}, (?:hombre|mujer|vamos|tampoco|venga|por favor|caramba)"),
  dismissive("si (?:no|tan poco) (?:le|te|se|lo|esta|estas|queda|quiere)(?: \\p{L}+){0,5},? (?:pues |puede |puedes |siempre puede |ya sabe |es libre de )?(?:(?:busque|buscar|buscarse|compr[ea]r?|vaya|vayase|ir|irse|cambie|cambiar|pruebe|probar|hay)(?: \\p{L}+){0,4} (?:otr[oa]s?|competencia)(?: (?:sitio|lado|tienda|parte|supermercado|lugar)s?)?|donde esta la puerta|no (?:vuelva|compre|venga))", { unless: "talla|color|sabor|modelo|le (?:ayudo|reservo|busco|llevo)" }),
  dismissive("(?:tendra|tendras|tiene|tienes|toca|tocara|habra)(?: \\p{L}+){0,2} (?:vivir con (?:ello|eso|esto)|aguantars?[et]?e?|aguantarlo|conformarse|conformarte|resignarse|acostumbrarse|acostumbrarte|fastidiarse)"),
  dismissive("(?:un poc[oa]|un poquit[oa]|mantenga|conserve|haya)(?: (?:de|la))? calma(?=$|[.,;!]| por favor| y )"),
  shutting("no (?:es|son)(?: \\p{L}+)? (?:asunto|cosa|competencia|trabajo|departamento|tarea|area|problema|incumbencia)(?: \\p{L}+)? (?:mi[oa]|nuestr[oa]|de esta tienda|de (?:mi|nuestr[oa]) \\p{L}+)|no es (?:mi|nuestr[oa]) (?:asunto|cosa|competencia|trabajo|departamento|tarea|area|problema|incumbencia)|(?:eso |esto )?no (?:me|nos) (?:corresponde|compete|incumbe|concierne|toca)(?: a mi| a nosotros)?(?=$|[.,;!\\n])|(?:de )?eso no (?:nos|me) (?:ocupamos|encargamos|ocupo|encargo)(?: \\p{L}+)?", { unless: "le paso|le pongo|le doy|pregunto|voy a|ahora mismo" }),
  shutting("(?:busque|mire|averigue|preguntelo|pregunte|apañese|apanese|arreglese)(?:lo)? usted(?: mism[oa])?"),

  promised("(?:no|nunca|jamas|tampoco)(?: \\p{L}+){0,3} (?:volvera[ns]?|va[ns]? a volver|volveremos|vamos a volver) a \\p{L}+|(?:no|nunca|jamas)(?: (?:mas|le|te|se|les|os|esto|eso|va|van|a)){0,4} (?:pasara|ocurrira|sucedera|se repetira|repetira|repetirse|fallaremos|fallare)|(?:esto|eso) (?:se )?(?:repetira|pasara|ocurrira) (?:nunca|jamas)|ultima vez que (?:le |te |se |nos )?(?:pasa|ocurre|sucede|tiene|tienes|falla|fallamos|repite)", { unless: "puedo|podemos|espero|esperamos|ojala|publicidad|correos|recibir" }),
  promised("(?:no|nunca|jamas|imposible que)(?: \\p{L}+){0,4} (?:pas|ocurr|suced|fall|repet|repit|retras)\\p{L}{1,4} (?:otra vez|nunca|jamas|de nuevo|mas)|(?:no hay|ni la menor|ninguna)(?: \\p{L}+){0,2} (?:posibilidad|riesgo|probabilidad) de que", { unless: "puedo|podemos|espero|esperamos|ojala|para que|evitar" }),
  promised("(?:no|nunca|jamas) (?:va a |vas a |tendra |tendras |habra |volvera a |sufrira )(?:tener |haber )?(?:(?:ningun|ninguna|mas|otro|otra|un|una) ){0,2}(?:problema|retraso|fallo|error|incidencia|disgusto|queja|averia)s?", { unless: "puedo|podemos|espero|esperamos|ojala|si" }),
];
