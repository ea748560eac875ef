import type { Language } from "../../src/core/turn.ts";

/** Somebody with something on their mind: what they write to whoever answers, and what they write once a person is there. */
export type Persona = { name: string; script: Record<Language, { lines: readonly string[]; toPerson: readonly string[] }> };

/** Chosen so that a run shows every way a conversation goes: answered, a job done, asked for, angry, sad, and not understood. */
export const personas: readonly [Persona, ...Persona[]] = [
  {
    name: "wants to know where the order is",
    script: {
      es: { lines: ["Hola, ¿dónde está mi pedido 1043?", "46001", "Vale, muchas gracias"], toPerson: ["¿Sabe por qué llega tarde?", "Gracias"] },
      en: { lines: ["Hello, where is my order 1043?", "46001", "All right, thank you very much"], toPerson: ["Do you know why it is late?", "Thank you"] },
    },
  },
  {
    name: "has a quick question",
    script: {
      es: { lines: ["¿A qué hora abren el domingo?", "Gracias, hasta luego"], toPerson: ["Solo quería saber el horario", "Gracias"] },
      en: { lines: ["What time do you open on Sunday?", "Thanks, bye"], toPerson: ["I only wanted the opening hours", "Thanks"] },
    },
  },
  {
    name: "asks about food",
    script: {
      es: { lines: ["¿Cómo aliño una ensalada de tomate?", "¿El pan de molde lleva gluten?", "Perfecto, gracias"], toPerson: ["¿Y el pan lleva gluten?", "Perfecto"] },
      en: { lines: ["How do I season a tomato salad?", "Does the sliced bread contain gluten?", "Perfect, thanks"], toPerson: ["And is there gluten in the bread?", "Perfect"] },
    },
  },
  {
    name: "got something damaged",
    script: {
      es: { lines: ["Los tomates de mi pedido 1043 han llegado podridos", "46001", "Los tomates", "Sí"], toPerson: ["Llegaron podridos", "De acuerdo, gracias"] },
      en: { lines: ["The tomatoes of my order 1043 arrived rotten", "46001", "The tomatoes", "Yes"], toPerson: ["They arrived rotten", "All right, thanks"] },
    },
  },
  {
    name: "wants a person from the start",
    script: {
      es: { lines: ["Quiero hablar con una persona"], toPerson: ["Prefiero hablar con alguien de verdad", "Muy amable, gracias"] },
      en: { lines: ["I want to talk to a person"], toPerson: ["I would rather talk to somebody real", "Very kind, thank you"] },
    },
  },
  {
    name: "is angry about a late order",
    script: {
      es: { lines: ["¿Dónde está mi pedido 1043?", "¡¡Es la TERCERA vez que escribo!! Esto es una vergüenza", "¡Estoy harto, sois un desastre, es INDIGNANTE!"], toPerson: ["Llevo toda la semana esperando", "Bueno, gracias por ocuparse"] },
      en: { lines: ["Where is my order 1043?", "This is the THIRD time I am writing!! This is outrageous", "I am sick of this, you are a disgrace, it is APPALLING!"], toPerson: ["I have been waiting all week", "Well, thank you for taking care of it"] },
    },
  },
  {
    name: "cancels for a sad reason",
    script: {
      es: { lines: ["Quiero dar de baja la suscripción de mi madre, ha fallecido"], toPerson: ["Era ella quien hacía la compra", "Gracias por su ayuda"] },
      en: { lines: ["I want to cancel my mother's subscription, she has passed away"], toPerson: ["She used to do the shopping", "Thank you for your help"] },
    },
  },
  {
    name: "is hard to understand",
    script: {
      es: { lines: ["lo del otro día con eso", "pues eso que os dije", "que no, que lo otro"], toPerson: ["Me refería a un cupón", "Gracias"] },
      en: { lines: ["that thing from the other day", "well, what I told you", "no, the other one"], toPerson: ["I meant a voucher", "Thanks"] },
    },
  },
];

/** What the simulated colleagues write, in the customer's language. */
export const agentLines: Record<Language, { hello: string; answer: string; goodbye: string }> = {
  es: { hello: "Hola, soy una persona del equipo. He leído la conversación y me ocupo de ello.", answer: "Lo estoy mirando ahora mismo y se lo confirmo.", goodbye: "Queda resuelto. Gracias por avisarnos." },
  en: { hello: "Hello, I am a person on the team. I have read the conversation and will take care of it.", answer: "I am looking at it right now and will confirm it to you.", goodbye: "That is settled. Thank you for telling us." },
};

/** What an impatient customer leaves. */
export const messageLines: Record<Language, string> = {
  es: "Soy Ana Ruiz, es por el pedido 1043. Contéstenme aquí cuando puedan, por favor.",
  en: "This is Ann Reed, about order 1043. Please answer here when you can.",
};
