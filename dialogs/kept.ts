/** Texts remembered; a turn's own line and those of the product it is about. */
const textsKept = 64;

/**
 * The same function, remembering what it made of the texts it met last: in one turn a line is looked at a dozen times.
 *
 * @param make pure; what it returns is shared, and must not be changed
 */
export function kept<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= textsKept) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
