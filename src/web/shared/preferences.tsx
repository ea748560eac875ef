import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Language } from "../../api/contract.ts";
import { commonTexts } from "../texts/common-texts.ts";
import { speak } from "../texts/speak.ts";
import type { Say, Texts } from "../texts/speak.ts";
import { chooseLanguage } from "./language.ts";

export type ThemeChoice = "system" | "light" | "dark";

type Preferences = {
  language: Language;
  setLanguage(language: Language): void;
  theme: ThemeChoice;
  setTheme(theme: ThemeChoice): void;
  dark: boolean;
};

const Context = createContext<Preferences | null>(null);

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is switched off: the choice lasts as long as the page
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

const darkSystem = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

/** Holds each person's own language and appearance, kept in this browser. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    chooseLanguage(new URLSearchParams(location.search).get("lang"), read("relevo.language"), navigator.languages));
  const [theme, setTheme] = useState<ThemeChoice>(() => {
    const stored = read("relevo.theme");
    return stored === "light" || stored === "dark" ? stored : "system";
  });
  const [systemDark, setSystemDark] = useState(() => darkSystem().matches);

  useEffect(() => {
    const media = darkSystem();
    const changed = (event: MediaQueryListEvent): void => setSystemDark(event.matches);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const dark = theme === "dark" || (theme === "system" && systemDark);
  const value = useMemo<Preferences>(() => ({
    language, theme, dark,
    setLanguage(next) {
      keep("relevo.language", next);
      setLanguage(next);
    },
    setTheme(next) {
      keep("relevo.theme", next);
      setTheme(next);
    },
  }), [language, theme, dark]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function usePreferences(): Preferences {
  const preferences = useContext(Context);
  if (!preferences) throw new Error("usePreferences needs a PreferencesProvider above it");
  return preferences;
}

/** Says texts of a catalogue in the language of this person. */
export function useTexts<T extends Texts>(texts: T): Say<T> {
  const { language } = usePreferences();
  return useMemo(() => speak(texts, language), [texts, language]);
}

export const useCommon = (): Say<typeof commonTexts> => useTexts(commonTexts);
