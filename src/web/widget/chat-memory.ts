/** What one tab remembers of its chat, so that a reload shows the same conversation. */
export type Remembered = { token: string; conversationId: string; greeted: boolean; rated: Record<string, number>; tone: boolean };

/** The part of sessionStorage that is used. */
export type Box = { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void };

const key = "relevo.chat";

/** @param box null where storage is forbidden: the chat then lasts as long as the page */
export function createChatMemory(box: Box | null) {
  let known: Remembered | null = read(box);
  return {
    get: (): Remembered | null => known,
    keep(change: Partial<Remembered>): void {
      const before = known ?? { token: "", conversationId: "", greeted: false, rated: {}, tone: true };
      known = { ...before, ...change };
      try {
        box?.setItem(key, JSON.stringify(known));
      } catch {
        return; // full: kept in memory
      }
    },
    /** Forgets the conversation; the choice about tone is the customer's and stays. */
    forget(): void {
      const tone = known?.tone ?? true;
      known = null;
      box?.removeItem(key);
      if (!tone) this.keep({ tone });
    },
  };
}

export type ChatMemory = ReturnType<typeof createChatMemory>;

function read(box: Box | null): Remembered | null {
  try {
    const value = JSON.parse(box?.getItem(key) ?? "null") as Partial<Remembered> | null;
    if (!value || typeof value.token !== "string" || typeof value.conversationId !== "string") return null;
    return { token: value.token, conversationId: value.conversationId, greeted: value.greeted === true, rated: value.rated ?? {}, tone: value.tone !== false };
  } catch {
    return null;
  }
}
