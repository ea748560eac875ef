import { goesBackToAssistant } from "../../src/core/goes-back.ts";

test.each([
  "deje, vuelvo con el bot", "volver al asistente", "quiero seguir con el bot", "Volver con el asistente", "prefiero hablar con el robot", "no quiero esperar más, sigo con el asistente virtual",
  "¿puedo volver al chatbot?", "devuélvame al asistente automático", "mejor el bot", "ya no hace falta la persona, continúo con la máquina", "me quedo con el bot",
  "back to the assistant please", "forget the person, I'll go on with the bot", "I'd rather talk to the bot", "let’s carry on with the automatic assistant", "I don't want to wait, switch back to the bot", "give me the bot again", "can I go back to the machine?", "the bot instead please",
])("%s goes back to the assistant", (text) => expect(goesBackToAssistant(text)).toBe(true));

test.each([
  "no quiero volver al bot", "no me haga volver con el asistente", "estoy harta de hablar con el bot", "¿por qué vuelvo al bot?", "si vuelvo con el bot, ¿pierdo mi sitio?", "una persona mejor que el bot", "el bot no me entiende",
  "quiero volver a la tienda", "quiero seguir con la máquina de café que pedí", "vuelvo con el asistente personal de ayer", "quiero hablar con una persona",
  "I don't want to go back to the bot", "I'm sick of going back to the bot", "please don't send me back to the bot", "a person, not the bot", "the bot sent me here", "I want to return the machine I bought", "I will go back to the shop assistant", "why am I back with the bot?", "I keep going back to the bot",
  `vuelvo con el bot ${"y cuento una historia ".repeat(8)}`,
])("%s does not", (text) => expect(goesBackToAssistant(text)).toBe(false));
