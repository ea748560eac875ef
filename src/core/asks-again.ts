/** How waiting customers ask whether anybody still thinks of them; accents and letter case aside. */
const asksAgain = /\b(?:sigues?|estas?|siguen|estan|hay (?:alguien|algun[ao])|alguien) (?:por )?(?:ahi|aqui)\b|\bme (?:atiende|atienden|atendeis|va a atender)\b|\bcuanto (?:falta|queda|tarda|tardan|tardais|tengo que esperar)\b|\b(?:are you|anyone|anybody|is (?:anyone|anybody|somebody|someone)) (?:still )?there\b|\bhow much longer\b|\bhow long\b|\bstill waiting\b|\bsigo esperando\b/;

/** Whether a waiting customer's line asks if somebody is there, or how long it will be. */
export const asksIfStillThere = (text: string): boolean => asksAgain.test(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
