import { createDrafts } from "../../src/web/desk/drafts.ts";
import { awayAfterMs, idleState, warningMs } from "../../src/web/desk/idle.ts";
import { insertText, responseOf } from "../../src/web/desk/insert-text.ts";
import { markedParts, openSlots } from "../../src/web/desk/open-slots.ts";
import { outbox } from "../../src/web/desk/outbox.ts";
import { shortcutOf } from "../../src/web/desk/shortcuts.ts";
import type { Key } from "../../src/web/desk/shortcuts.ts";

const press = (key: string, held: Partial<Key> = {}): Key => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("putting a suggestion in a draft", () => {
  it("goes to the caret and writes over nothing", () => {
    expect(insertText("Hola adiós", 4, "Lo miro.")).toEqual({ draft: "Hola Lo miro. adiós", caret: 13 });
  });

  it("adds no space at the ends or beside one", () => {
    expect(insertText("", 0, "Sí")).toEqual({ draft: "Sí", caret: 2 });
    expect(insertText("Hola ", 5, "Sí")).toEqual({ draft: "Hola Sí", caret: 7 });
  });

  it("takes a caret beyond the draft as its end", () => {
    expect(insertText("a", 99, "b").draft).toBe("a b");
  });
});

describe("what became of a suggestion", () => {
  it("is sent as it was, edited, or left", () => {
    expect(responseOf("Lo miro ahora mismo", " Lo miro ahora mismo ")).toBe("sent");
    expect(responseOf("Reviso ahora mismo su pedido", "Hola Marta: reviso ahora su pedido.")).toBe("edited");
    expect(responseOf("Reviso ahora mismo su pedido", "No.")).toBeNull();
  });
});

describe("a shortcut", () => {
  it("takes the next chat by one key, and not while typing", () => {
    expect(shortcutOf(press("n"), false, true)).toEqual({ do: "next" });
    expect(shortcutOf(press("n"), true, true)).toBeNull();
  });

  it("puts a suggestion in by Ctrl or Cmd, while typing as well", () => {
    expect(shortcutOf(press("2", { ctrlKey: true }), true, true)).toEqual({ do: "insert", n: 2 });
    expect(shortcutOf(press("3", { metaKey: true }), true, true)).toEqual({ do: "insert", n: 3 });
    expect(shortcutOf(press(".", { ctrlKey: true }), true, true)).toEqual({ do: "ask" });
    expect(shortcutOf(press("Enter", { ctrlKey: true }), true, true)).toEqual({ do: "mirror" });
    expect(shortcutOf(press("p"), false, true)).toEqual({ do: "profile" });
    expect(shortcutOf(press("p"), true, true)).toBeNull();
  });

  it.each(["1", "2", "3", "n", "?"])("never answers to Alt, Option or AltGr with %s", (key) => {
    expect(shortcutOf(press(key, { altKey: true }), false, true)).toBeNull();
    expect(shortcutOf(press(key, { altKey: true, ctrlKey: true }), false, true)).toBeNull(); // AltGr on Windows
  });

  it("leaves single keys alone once they are switched off", () => {
    expect(shortcutOf(press("n"), false, false)).toBeNull();
    expect(shortcutOf(press("p"), false, false)).toBeNull();
    expect(shortcutOf(press("1", { ctrlKey: true }), false, false)).toEqual({ do: "insert", n: 1 });
  });
});

describe("the outbox", () => {
  const sent = outbox([], { do: "send", clientId: "k", ticketId: "t1", text: "Hola" });

  it("keeps the text of a failed send and retries it as the same message", () => {
    const failed = outbox(sent, { do: "fail", clientId: "k", why: "sin red" });
    expect(failed).toEqual([{ clientId: "k", ticketId: "t1", text: "Hola", status: "failed", why: "sin red" }]);
    expect(outbox(failed, { do: "retry", clientId: "k" })).toEqual(sent);
  });

  it("lets go of a message once the log has it, even when its answer never came", () => {
    const failed = outbox(sent, { do: "fail", clientId: "k", why: "sin red" });
    expect(outbox(failed, { do: "arrived", clientIds: ["k", "other"] })).toEqual([]);
  });

  it("stays the same object when nothing arrived", () => {
    expect(outbox(sent, { do: "arrived", clientIds: ["other"] })).toBe(sent);
  });
});

describe("drafts", () => {
  it("stay with their own chat and survive a reload", () => {
    const kept = new Map<string, string>();
    const box = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
    createDrafts(box).keep("t1", "a medias");
    const afterReload = createDrafts(box);
    expect(afterReload.read("t1")).toBe("a medias");
    expect(afterReload.read("t2")).toBe("");
    afterReload.keep("t1", "");
    expect(kept.size).toBe(0);
  });

  it("take back what could not be sent, before what was written since", () => {
    const drafts = createDrafts(null);
    drafts.giveBack("t1", "primero");
    expect(drafts.read("t1")).toBe("primero");
    drafts.keep("t1", "segundo");
    drafts.giveBack("t1", "primero");
    expect(drafts.read("t1")).toBe("primero\nsegundo");
  });

  it("live in memory where storage is forbidden", () => {
    const refuse = (): never => {
      throw new Error("forbidden");
    };
    const drafts = createDrafts({ getItem: refuse, setItem: refuse, removeItem: refuse });
    drafts.keep("t1", "hola");
    expect(drafts.read("t1")).toBe("hola");
  });
});

describe("going away by itself", () => {
  it("warns a minute before and counts down", () => {
    expect(idleState(awayAfterMs - warningMs - 1)).toEqual({ state: "here" });
    expect(idleState(awayAfterMs - warningMs)).toEqual({ state: "warning", secondsLeft: 60 });
    expect(idleState(awayAfterMs - 1)).toEqual({ state: "warning", secondsLeft: 1 });
    expect(idleState(awayAfterMs)).toEqual({ state: "away" });
  });
});

describe("places left open in a draft", () => {
  it("are words in brackets, and nothing else is", () => {
    expect(openSlots("Le llega el [fecha], [día y hora]")).toEqual([{ text: "[fecha]", start: 12, end: 19 }, { text: "[día y hora]", start: 21, end: 33 }]);
    expect(openSlots("nota [1], [ ], [] y (nada)")).toEqual([]);
  });

  it("are marked in a suggestion beside what was filled in, which is no part of another word", () => {
    expect(markedParts("Ana, el [pedido] de Ana es de Anabel", ["Ana"])).toEqual([
      { kind: "filled", text: "Ana", start: 0 }, { kind: "plain", text: ", el ", start: 3 }, { kind: "open", text: "[pedido]", start: 8 }, { kind: "plain", text: " de ", start: 16 },
      { kind: "filled", text: "Ana", start: 20 }, { kind: "plain", text: " es de Anabel", start: 23 },
    ]);
    expect(markedParts("Lo miro", [""])).toEqual([{ kind: "plain", text: "Lo miro", start: 0 }]);
  });
});
