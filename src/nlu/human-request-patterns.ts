/**
 * Ways to ask for a person that no verb of contact carries: by what a person does or is made of, by handing over alone, by
 * pointing back at one. All read the folded words of one clause, joined by blanks; every repetition is bounded or unambiguous.
 */

const person = "(?:alguien|personas?|human[oa]s?|agentes?|asesora?|encargad[oa]|responsable|supervisora?|operadora?|companer[oa]|emplead[oa]|gerente|jef[ea]|someone|somebody|person|human|agent|manager|supervisor|representative|advisor|adviser|colleague)";
const anyOne = "(?:una |un |alguna |algun |otra |otro |a |an |some |another |real |actual |live ){0,3}";
const deed = "(?:venga|vengan|llame|atienda|ayude|conteste|responda|escriba|hable|mire|vea|revise|resuelva|solucione|arregle|explique|decida|intervenga|gestione|lleve)";
const deedEn = "(?:come|call me|phone me|help|answer|contact|deal|handle|look|take|fix|sort|see|solve|reply|write|talk|speak|decide|explain)";
const deedWish = "(?:handled?|deals?|dealt|look(?:s|ed)?|sort(?:s|ed)?|solve[sd]?|fix(?:es|ed)?|takes?|took|sees?|saw|answer(?:s|ed)?|help(?:s|ed)?|decide[sd]?|explain(?:s|ed)?)";
/** Courtesies before a bare imperative, and what may end one; a name or a thing after it makes it something else ("call me Ana"), and another day makes it no request for a person now. */
const before = "^(?:(?:please|por favor|porfa|hola|hello|hi|just|can you|could you|would you|will you|puedes|puede|pueden|podria|podrian|quiero que|necesito que|i want you to|i need you to|i'd like you to) ){0,3}";
const after = "(?: (?:back|please|por favor|porfa|ya|now|ahora|mismo|right|away|asap|immediately|urgente|urgentemente|hoy|today|cuanto antes|cuando pueda|cuando puedan|when you can|al movil|al telefono|(?:al|on|at|en el) \\+?\\d{2,12}(?: \\d{2,4}){0,4}|over|across|on|con quien sea|to whoever)){0,4}$";

const patterns: RegExp[] = [
  // "dile a una persona que venga", "tell someone to call me"
  new RegExp(`\\b(?:dile|digale|diganle|pidele|pidale|avisa|avise|avisen) (?:por favor )?a ${anyOne}${person} (?:de verdad |real )?(?:que|para que) (?:me |nos |lo |la |se ){0,3}${deed}\\b`),
  new RegExp(`\\b(?:tell|ask|have|get|let|send) ${anyOne}${person} (?:to )?${deedEn}\\b`),
  // "prefiero que me lo resuelva una persona", "I'd rather a person handled it"; not who comes to fetch something
  new RegExp(`\\bque (?:me |nos |lo |la |los |las |se |esto ){0,3}${deed} (?:esto |por favor )?${anyOne}${person}\\b(?! a (?:recoger|buscar|por)| para recoger)`),
  new RegExp(`\\b(?:rather|prefer|want|like|need|possible) (?:that |it if |if |to have |have |for )?${anyOne}${person} (?:to |would |could )?${deedWish}\\b`),
  // "alguien de carne y hueso"; one's own flesh and blood is family
  /\bde carne y hueso\b|(?<!own )\bflesh and blood\b/,
  new RegExp(`${before}(?:llamame|llameme|llamenme|llamadme|llamarme|me llamen|me llames|me llame|me llamas|call me|phone me|ring me|give me a (?:call|ring))${after}`),
  new RegExp(`${before}(?:transfiereme|transfierame|transfieranme|transferirme|derivame|deriveme|derivarme|connect me|conectame|conecteme|transfer me|put me through|hand me over|pass me on)${after}`),
  /\b(?:pasame|paseme|ponme|pongame|comunicame|comuniqueme)(?: ya| ahora| por favor){1,2} con (?:quien|otr[oa]|alguien)\b/,
  /\bescalate (?:this|it|that|my|the|please|now)\b|\bescalate$|\b(?:this|it|case|ticket|matter|issue) (?:to be |be )?escalated\b|\b(?:escalalo|escalelo|escalenlo)\b|\bescal(?:ar|a|e|en) (?:esto|este|mi|el caso|la queja)\b/,
  new RegExp(`(?<!had )\\b(?:a|the|quick) word with (?:\\w{1,12} ){0,3}?(?:${person}|staff|team|people|boss)\\b`),
  /\b(?:see|want|need|meet|to|with|get) one of your (?:real |human )?(?:staff|people|team|agents|colleagues|humans|employees|advisors|managers)\b|^(?:please )?one of your (?:staff|people|team|agents|humans)(?: please| now)?$/,
];

/** Where in the clause such a request begins, in characters, or -1. */
export function deedRequestAt(line: string): number {
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (found !== null) return found.index;
  }
  return -1;
}

const mustI = /\b(?:hay que|habria que|es necesario|es obligatorio|hace falta|do i (?:have|need) to|must i|is it necessary to|would i (?:have|need) to) /;

/** "¿Hay que hablar con alguien para devolver?" asks what the shop's rules are. */
export const asksAboutRules = (line: string): boolean => mustI.test(line) && !whatItTakes.test(line);

/** "What do I have to type to get a person?" is past asking about rules. */
const whatItTakes = /^(?:what|who|how (?:many|much|loud|long)|que|a quien|cuant[oa]s?|con quien)\b.{1,60}\b(?:to (?:get|reach|speak|talk|be)|para (?:hablar|que|llegar|conseguir))\b/;

const areYouOne = new RegExp(`^(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)|eres|es usted|sois|es esto|estoy hablando con|hablo con) ${anyOne}${person}\\b`);
const wantsOne = /^(?:(?:pues|entonces|then|because|so|if not|si no|porque|yo) )?(?:i want|i need|i prefer|i'd like|i'd prefer|i would like|get me|give me|quiero|necesito|prefiero|dame|pasame con|ponme con) (?:a |an )?(?:real )?(?:one|un[oa])(?: please| por favor| de verdad| now| ya)?$/;

/** "Are you human? I want one": a wish that points back at the person asked about just before. */
export const wantsTheOneNamed = (previous: string, line: string): boolean => areYouOne.test(previous) && wantsOne.test(line);

/** "I want one" by itself is about a thing. */
export const wantsSomething = (line: string): boolean => wantsOne.test(line.replace(/^(?:no|ya no|i don't|i dont|dont|don't) /, ""));

const ofMyself = /\b(?:i'm|im|i am|we're|we are|soy|somos) (?:not |really not )?(?:a |an |un |una |ningun |ninguna |some )?(?:ro)?(?:bots?|maquinas?|machines?|chatbots?|computer|ordenador|ia|ai)\b/;

/** "I'm not a robot" refuses no machine: it tells what the customer is. */
export const speaksOfMyself = (line: string): boolean => ofMyself.test(line);

/** After "human" these are things and not people: "a human hair wig". */
export const humanThings = /^(?:hair|rights?|resources|body|doll|skin|size|sized|bones?|teeth|friendly|grade|consumption|error|nature)$/;

/** Agents that are substances or trades: "un agente de limpieza". */
export const otherAgents = /\bagentes? (?:de (?:limpieza|aduanas|viajes|seguros|bolsa)|limpiador|quimico)|\b(?:cleaning|travel|estate|raising|free) agents?\b/;
/** Somebody who gets or takes something is not asked for: "un regalo para alguien", "can someone else receive it". */
export const forSomebody = /\b(?:alguien|someone|somebody|anyone) (?:de|from|in) (?:mi|my|nuestra|our|la) (?:familia|casa|family|house|household)\b|\b(?:regalo|regalar|detalle|gift|present|surprise|sorpresa)\b.{0,40}\b(?:alguien|persona|someone|somebody|person|friend)\b|\b(?:alguien|someone|somebody|anyone|persona|person) (?:mas |else |mayor )?(?:reciba|recoja|recogera|receive|receives|collect|pick|will be|abra|firme|signs?)\b|\b(?:re(?:coger|cibir|tirar|cojer)|firmar|abrir|ir a por|pasar a (?:recoger|por))(?:l[oae]s?)?(?: (?:el|la|mi|un) (?:pedido|paquete|compra|envio))? (?:otra |una |alguna |cualquier )?(?:persona|alguien)\b|\b(?:collected|picked up|received|signed for|accepted|fetched) by (?:some|an|another|a different|any)? ?(?:one|body|other|person|someone|somebody|anyone)/;
/** A number or name of an agent is data: "my agent number is 4432", "número de agente 12". */
export const agentData = /\b(?:agent|representative|rep|operator|manager|human) (?:number|no|nr|id|code|name|reference|ref)\b|\b(?:numero|codigo|nombre|id|referencia|num) (?:de |del )?(?:mi |el |la |su )?(?:agente|representante|operador|operadora|asesor|asesora|gestor|gerente|ejecutiv[oa])\b/;
/** A name, mine or one to be called by. */
export const aboutMyself = /\b(?:me llamo|my name is|call me [a-z]+|llam[ae]me [a-z]+|llamenme [a-z]+)$/;
/** What the assistant is, and no more than that. */
const being = "(?:robot(?:s|ito)?|bots?|chat ?bots?|humano?s?|humanas?|human being|ser humano|person(?:as?)?|people|gente|maquinas?|machines?|computer|ordenador|i?a|ai|inteligencia artificial|artificial intelligence|automatic[oa]|automated|asistente virtual|virtual assistant|agentes?|agent|someone|somebody|alguien|live|real|de verdad|hooman|humna)";
const trifle = "(?:un|una|unos|a|an|the|el|la|real|actual|realmente|acaso|really|actually|even|true|truly|just|solo|o|or|y|not|no|de|verdad|carne|hueso|some|algun|alguna|kind|of|tipo|live|con|to|with|here|aqui|there|por favor|please)";
export const asksWhatYouAre = new RegExp(`^(?:(?:hola|oye|perdona|disculpe|dime|entonces|pero|hello|hi|hey|so|and|y|wait|ok|sorry) ){0,2}(?:(?:tu |usted |ustedes |vos )?(?:eres|es usted|sos|sois|son ustedes)|usted es|es esto|esto es|are (?:you|u)|r u|is (?:this|it)|am i (?:talking|speaking|chatting|writing|typing) (?:to|with)|(?:estoy )?(?:hablando|chateando|escribiendo) con|hablo con)(?: ${trifle}){0,4}(?: ${being}(?: ${trifle}){0,4}){1,3}$|^(?:hola |hello |hi |hey |so |pero |y |but ){0,2}(?:what|who) are you(?: really| exactly)?$|^(?:que|quien) (?:eres|es usted|sos)(?: tu)?$|^(?:with whom|who) am i (?:talking|speaking|chatting) (?:to|with)$|^con quien (?:hablo|estoy hablando|chateo)$`);

/** Others who are asked for only with a verb of contact and a preposition: "con quién puedo hablar", "hablar con ustedes", "pásame con otro". */
export const withWhom = /\b(?:con (?:quien|ustedes|vosotros|otr[oa]|tu jefe|vuestro jefe|su jefe) (?:\w{1,12} ){0,3}(?:hablar|comunicar|contactar)|(?:hablar|hablo|comunicarme|contactar|contacto|pasame|paseme|pasa|ponme|comunicame|platicar) (?:por favor )?con (?:quien|ustedes|vosotros|otr[oa])\b|who (?:can|do|should|could) i (?:talk|speak|contact|call)|whom (?:can|do|should) i (?:talk|speak))/;

/** A telephone call is answered by a person. */
export const byPhone = /\b(?:(?:hablar|atiendan|atienda|atender|llamen|llame|llamar|contacten|talk|speak|call|chat|contact)(?: \w{1,12}){0,4} (?:por telefono|on the phone|over the phone|by phone|por llamada)|(?:numero|telefono|phone|number)(?: \w{1,12}){0,4} (?:para (?:llamar|hablar|contactar|que me atiendan)|to (?:call|ring|speak|talk|contact)|i can (?:call|ring)|al que llamar|(?:de|del) (?:atencion|servicio|soporte)|for customer)|(?:customer service|support) (?:phone |telephone )?number)/;

export const helpMe = /^(?:please |can |could |por favor |puede |podria |necesito que )?(?:someone|somebody|anyone|anybody|alguien|alguna persona) (?:please |can |could |me |por favor )?(?:me )?(?:please )?(?:help|assist|ayude|ayuda|ayudar|atienda|atiende|atender|conteste|contesta)\b/;

/** "Is nobody there?" asks for somebody: the refusing word alone would say the opposite. */
export const isNobodyThere = /^(?:(?:pero|y|acaso|es que|hola) )?no hay nadie(?: (?:ahi|aqui|ahi detras|al otro lado))?(?: (?:que|para) (?:me |nos )?(?:atienda|atender|atenderme|ayude|ayudar|ayudarme|conteste|contestar|responda|hable|hablar)\b|$)|^(?:but |so |hello )?(?:is|isn't|isnt) (?:there )?(?:nobody|no one|anybody|anyone) (?:there|here|available|who can|to (?:help|talk|speak))\b/;

/** "I prefer you to a human" */
export const prefersAssistant = /\b(?:prefiero|preferiria|mejor|prefer|rather)(?: \w{1,12}){0,4} (?:contigo|con usted|con el bot|con el asistente|con la maquina|a ti|you|the bot|the assistant|this chat|a bot|a machine)(?: \w{1,12}){0,2} (?:que|antes que|a|to|than|over|and not|y no)(?: \w{1,12}){0,3}/;

/** "I was on the phone with someone" */
export const wasTalking = /\b(?:was|were|been|estaba|estabamos|estuve) (?:just |ya )?(?:on (?:the phone|a call)|talking|speaking|chatting|hablando|al telefono|en llamada)\b/;
