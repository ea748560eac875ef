type Numbers = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array;

/** Numbers as text, for a model's JSON file: their bytes, little end first, in base64. */
export function toText(numbers: Numbers): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

/** The bytes of such a text in memory of their own, aligned for every kind of number. */
function bytesOf(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, "base64");
  const own = new ArrayBuffer(bytes.length);
  new Uint8Array(own).set(bytes);
  return own;
}

export const toUint8 = (text: string): Uint8Array => new Uint8Array(bytesOf(text));
export const toInt8 = (text: string): Int8Array => new Int8Array(bytesOf(text));
export const toUint16 = (text: string): Uint16Array => new Uint16Array(bytesOf(text));
export const toUint32 = (text: string): Uint32Array => new Uint32Array(bytesOf(text));
export const toFloat32 = (text: string): Float32Array => new Float32Array(bytesOf(text));
