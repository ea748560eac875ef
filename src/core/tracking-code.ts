/** Without the letters that are read for digits or for one another: Crockford's base 32. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** FNV-1a from a given start, so that two starts give two independent halves. */
function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  // The low bits of the last characters are weak without a final mix (Murmur3's).
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

const fourLetters = (value: number): string => [15, 10, 5, 0].map((shift) => letters.charAt((value >>> shift) & 31)).join("");

/**
 * The code a customer may note down, say on the telephone and come back with: "4QK7-M2XD". It names the conversation to people, opens nothing, and cannot be turned back into the
 * conversation's id. Of a million conversations about two in five hundred thousand million pairs share one (40 bits): a person who looks it up sees both.
 */
export const trackingCode = (conversationId: string): string => `${fourLetters(hash(conversationId, 0x811c9dc5))}-${fourLetters(hash(conversationId, 0x2f0b4a1d))}`;

/** Whether what somebody read out or typed is that conversation's code: case, spaces and the dash do not matter, and O, I and L are taken for the digits they look like. */
export const isCode = (text: string, conversationId: string): boolean =>
  text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1") === trackingCode(conversationId).replace("-", "");
