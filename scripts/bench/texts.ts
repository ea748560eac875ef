/**
 * What customers of the benchmark write: questions the digital colleague answers itself, in both languages, of the length
 * people write (15 to 95 characters). No question comes twice in one conversation of ten turns, and none leads to a person.
 */
export const questions: readonly string[] = [
  "¿A qué hora abren el sábado?",
  "¿Tenéis leche sin lactosa en la tienda?",
  "¿Cuántos puntos de la tarjeta necesito para un descuento?",
  "¿Cómo preparo una merluza al horno para cuatro personas sin que se quede seca?",
  "¿Lleva gluten el pan de molde integral?",
  "Quiero la factura de mi última compra, por favor",
  "Gracias, ¿y el horario de los domingos?",
  "What time do you open on Saturday?",
  "Do you have oat milk in stock?",
  "How do I season a roast chicken so that the skin gets crisp and the meat stays juicy?",
  "Does the chocolate cake contain nuts?",
  "How many loyalty points do I have to collect for a discount?",
];

/** Ten turns is a long chat with a shop; then the next customer comes. */
export const turnsPerConversation = 10;

/** The conversation and the text of a lane's next turn; conversations follow each other and never repeat, in any window. */
export function createScript(name: string): (lane: number) => { conversation: string; text: string } {
  const taken = new Map<number, number>();
  return (lane) => {
    const turn = taken.get(lane) ?? 0;
    taken.set(lane, turn + 1);
    return { conversation: `${name}-${lane}-${Math.floor(turn / turnsPerConversation)}`, text: questionAt(turn + lane) };
  };
}

export function questionAt(turn: number): string {
  return questions[turn % questions.length] ?? "";
}
