import { useEffect, useEffectEvent, useState } from "react";
import { shortcutOf } from "./shortcuts.ts";
import type { Shortcut } from "./shortcuts.ts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Listens for the shortcuts of the desk. In a dialog or a menu keys belong to that. */
export function useShortcuts(singleKeys: boolean, act: (shortcut: Shortcut) => void): void {
  const perform = useEffectEvent(act);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.target instanceof Element && event.target.closest("[role=dialog], [role=menu]")) return;
      const shortcut = shortcutOf(event, isTyping(event.target), singleKeys);
      if (!shortcut) return;
      event.preventDefault();
      perform(shortcut);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [singleKeys]);
}

const key = "relevo.single-keys";

/** Whether single-key shortcuts are on, kept in this browser: some people's speech software types by itself (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(key) !== "off";
    } catch {
      return true;
    }
  });
  return [on, (next) => {
    setOn(next);
    try {
      localStorage.setItem(key, next ? "on" : "off");
    } catch {
      return; // no storage: it lasts as long as the page
    }
  }];
}
