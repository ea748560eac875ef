/** The keys of an event that matter. */
export type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

export type Shortcut = { do: "next" } | { do: "help" } | { do: "profile" } | { do: "ask" } | { do: "mirror" } | { do: "insert"; n: 1 | 2 | 3 };

/**
 * What a key press asks for. Never with Alt, Option or AltGr: Spanish keyboards write @, #, [ and € with them.
 *
 * @param typing the caret is in a text box: single keys are text there
 * @param singleKeys the person has single-key shortcuts switched on (WCAG 2.1.4)
 */
export function shortcutOf(event: Key, typing: boolean, singleKeys: boolean): Shortcut | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return null;
    switch (event.key) {
      case "1":
        return { do: "insert", n: 1 };
      case "2":
        return { do: "insert", n: 2 };
      case "3":
        return { do: "insert", n: 3 };
      case ".":
        return { do: "ask" };
      case "Enter":
        return { do: "mirror" };
    }
    return null;
  }
  if (typing || !singleKeys) return null;
  if (event.key === "n" || event.key === "N") return { do: "next" };
  if (event.key === "p" || event.key === "P") return { do: "profile" };
  if (event.key === "?") return { do: "help" };
  return null;
}
