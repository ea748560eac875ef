import type { Language } from "../../api/contract.ts";
import { localeOf } from "../shared/formats.ts";
import { chooseLanguage } from "../shared/language.ts";
import { shopTexts } from "../texts/shop-texts.ts";
import { speak } from "../texts/speak.ts";

const key = "shop.language";

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Says the page in a language: words, prices, and the `lang` that screen readers and the chat go by. */
function sayAll(language: Language): void {
  const say = speak(shopTexts, language);
  const known = (name: string | undefined): name is keyof typeof shopTexts => name !== undefined && name in shopTexts;
  document.documentElement.lang = language;
  document.title = say("title");
  for (const node of document.querySelectorAll<HTMLElement>("[data-text]")) {
    if (known(node.dataset["text"])) node.textContent = say(node.dataset["text"]);
  }
  for (const node of document.querySelectorAll<HTMLElement>("[data-label]")) {
    if (known(node.dataset["label"])) node.setAttribute("aria-label", say(node.dataset["label"]));
  }
  for (const node of document.querySelectorAll<HTMLElement>("[data-price]")) {
    node.textContent = Number(node.dataset["price"]).toLocaleString(localeOf(language), { style: "currency", currency: "EUR" });
  }
  for (const node of document.querySelectorAll<HTMLElement>("button[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset["language"] === language));
  }
}

for (const node of document.querySelectorAll<HTMLElement>("button[data-language]")) {
  node.addEventListener("click", () => {
    const language: Language = node.dataset["language"] === "en" ? "en" : "es";
    try {
      localStorage.setItem(key, language);
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
    sayAll(language);
  });
}
sayAll(chooseLanguage(new URLSearchParams(location.search).get("lang"), stored(), navigator.languages));
