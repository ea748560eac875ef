/**
 * How customers in line say that they go on with the assistant, accents, letter case and marks aside. Whom they name is a machine: an assistant who is
 * a person, and a machine that was bought, are not it.
 */
const machine = "(?:(?:the|el|la|al|this|that|este|su|your|mi|my|automatic|automated|virtual|digital) ){0,3}(?:(?:chat ?)?bot|(?:asistente|assistant)(?! (?:personal|human[oa]?|real|de|manager)\\b)|(?:robot|maquina|machine)(?! (?:de|del|que|i|that|for|we)\\b))\\b";
const wishes = "(?:quiero|quisiera|prefiero|preferiria|mejor|puedo|dejame|dejeme|i want to|i'd rather|i would rather|i prefer to|i'd like to|let me|can i) (?:volver a |just )?";
const ways: readonly RegExp[] = [
  new RegExp(`\\b(?:v(?:olver|uelvo|olvemos|olvamos|uelva|uelve|uelveme|uelvame)|devuelv[ae](?:me|nme)|regres(?:ar|o|amos)|segui(?:r|mos)|sigo|sigamos|continu(?:ar|o|amos)|retom(?:ar|o)|cambi(?:ar|o)|me quedo) (?:(?:a|con|de|nuevo|otra|vez|hablar|hablando|chatear|conversacion|chat|la) ){0,5}${machine}`),
  new RegExp(`\\b(?:back|return(?:ing)?|switch(?:ing)?|carry(?:ing)? on|go(?:ing)? on|continu(?:e|ing)|proceed(?:ing)?|stay(?:ing)?|stick(?:ing)?|keep (?:on )?(?:talking|chatting|going)) (?:(?:to|with|over|talking|chatting|speaking|the chat) ){1,3}${machine}`),
  new RegExp(`\\b${wishes}(?:hablar|chatear|seguir|talk|speak|chat|deal|go) (?:con|al?|to|with) ${machine}`),
  new RegExp(`(?:^|\\b(?:prefiero|mejor|i prefer|i'd prefer|want|give me|pasame|paseme|ponme|pongame) )(?:(?:con|otra vez|de nuevo|a) ){0,3}${machine} (?:back|again|instead|mejor|otra vez|de nuevo)\\b`),
  new RegExp(`\\b(?:prefiero|mejor|i prefer|i'd prefer) (?:con |a )?${machine}`),
];
/** What turns it round when it stands right before: "no quiero volver al bot", "sick of going back to the bot", "if I go back to the bot". */
const turned = /\b(?:no|ni|nunca|jamas|tampoco|sin|si|siempre|por que|porque|hart[oa]|cansad[oa]|en vez|en lugar|antes|not|never|without|don't|dont|won't|wont|can't|cant|cannot|if|why|because|always|keeps?|kept|keep on|tired|sick|instead|rather than|refuse)(?: (?:me|te|nos|lo|que|de|a|al|quiero|quisiera|quiera|pienso|voy|vamos|puedo|deseo|quieren?|hace|falta|haga|hagan|tener|estar|i|i'm|am|you|we|want|wanna|like|going|go|get|getting|wish|need|ask|asking|to|of|be|being|let|send|sending|sent|put|make|made|have|had|having|the|hablar|just|wish))*$/;
/** Who says so is brief; a story that mentions the bot is a message for the person. */
const wordsAtMost = 20;

/** Whether a customer in line says, not turned round, that they go on with the assistant instead of waiting. */
export function goesBackToAssistant(text: string): boolean {
  if (text.length > wordsAtMost * 12) return false;
  const clauses = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’`]/g, "'").split(/[.,;:!?¡¿()\n]+| (?:pero|but) /).map((clause) => clause.replace(/[^a-z0-9']+/g, " ").trim());
  if (clauses.join(" ").split(" ").length > wordsAtMost) return false;
  return clauses.some((clause) => ways.some((way) => {
    const found = way.exec(clause);
    return found !== null && !turned.test(clause.slice(0, found.index).trim());
  }));
}
