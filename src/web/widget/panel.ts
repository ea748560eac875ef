import type { chatTexts } from "../texts/chat-texts.ts";
import type { Say } from "../texts/speak.ts";
import { controlsOf } from "./chat-state.ts";
import type { ChatState, Control } from "./chat-state.ts";
import { icon, make } from "./make.ts";

export type PanelActs = {
  open(): void;
  control(control: Control): void;
  tone(on: boolean): void;
  retry(): void;
  startAnew(): void;
  /** The customer wants to keep what was said. */
  save(): void;
};

/** The frame around Web Chat: launcher, head, our own buttons, foot. Knows how things look and what was pressed, nothing of lines and tokens. */
export function createPanel(acts: PanelActs) {
  const launcher = make("button", { type: "button", class: "relevo-launcher", "data-testid": "launcher", "aria-expanded": "false", "aria-controls": "relevo-panel" });
  const title = make("h2", { id: "relevo-title" });
  const who = make("p", { "data-testid": "who" });
  const more = make("button", { type: "button", class: "relevo-icon", "aria-haspopup": "true", "aria-expanded": "false", "data-testid": "chat-menu" }, icon("more"));
  const close = make("button", { type: "button", class: "relevo-icon", "data-testid": "chat-close" }, icon("close"));
  const menu = make("div", { class: "relevo-menu", hidden: true });
  const banner = make("div", { class: "relevo-banner", role: "status", hidden: true, "data-testid": "offline" });
  const chat = make("div", { class: "relevo-chat" });
  const bar = make("div", { class: "relevo-bar", role: "group" });
  const told = make("p", { class: "relevo-told" });
  const toldShort = make("p", { class: "relevo-told-short" });
  const toneBox = make("input", { type: "checkbox", "data-testid": "tone" });
  const toneWords = make("span", {});
  const foot = make("div", { class: "relevo-foot" }, told, toldShort, make("label", {}, toneBox, toneWords));
  const announce = make("div", { class: "relevo-unseen", "aria-live": "polite", "data-testid": "announce" });
  const head = make("div", { class: "relevo-head" }, make("div", { class: "relevo-who" }, title, who), more, close);
  const panel = make("section", { class: "relevo-panel", id: "relevo-panel", role: "dialog", "aria-labelledby": "relevo-title", hidden: true, "data-testid": "chat-panel" },
    head, menu, banner, chat, bar, foot, announce);
  const root = make("div", { class: "relevo" }, launcher, panel);

  const showMenu = (shown: boolean): void => {
    menu.hidden = !shown;
    more.setAttribute("aria-expanded", String(shown));
    if (shown) menu.querySelector("button")?.focus();
  };
  const button = (words: string, act: () => void, testId?: string, look?: string): HTMLButtonElement => {
    const node = make("button", { type: "button", "data-testid": testId, class: look }, words);
    node.addEventListener("click", act);
    return node;
  };

  launcher.addEventListener("click", () => view.show(true));
  close.addEventListener("click", () => view.show(false));
  more.addEventListener("click", () => showMenu(menu.hidden !== false));
  toneBox.addEventListener("change", () => acts.tone(toneBox.checked));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (menu.hidden) view.show(false);
    else {
      showMenu(false);
      more.focus();
    }
  });
  panel.addEventListener("click", (event) => {
    // The path, not the target: a press may have replaced what it pressed.
    const path = event.composedPath();
    if (!menu.hidden && !path.includes(menu) && !path.includes(more)) showMenu(false);
  });

  const view = {
    root, chat, bar, button,
    show(shown: boolean): void {
      panel.hidden = !shown;
      launcher.hidden = shown;
      launcher.setAttribute("aria-expanded", String(shown));
      if (shown) acts.open();
      else {
        showMenu(false);
        launcher.focus();
      }
    },
    isOpen: (): boolean => !panel.hidden,
    /** Says everything in the language of the page. */
    label(say: Say<typeof chatTexts>, state: ChatState, tone: boolean, code: string | null): void {
      launcher.replaceChildren(icon("chat"), say("launcher.short"));
      launcher.setAttribute("aria-label", say("launcher.open"));
      title.textContent = say("title");
      who.textContent = whoWords(say, state);
      close.setAttribute("aria-label", say("close"));
      more.setAttribute("aria-label", say("menu"));
      told.textContent = say("disclosure");
      toldShort.textContent = say("disclosure.short");
      toneWords.textContent = say("tone.on");
      toneBox.checked = tone;
      banner.textContent = say("offline");
      bar.setAttribute("aria-label", say("controls"));
      bar.replaceChildren(...controlsOf(state.phase).map((control) => {
        const first = control === "ask-for-person";
        const node = button(say(control), () => acts.control(control), first ? "ask-person" : control);
        node.className = first ? "relevo-button relevo-button--first" : "relevo-button";
        if (first) node.prepend(icon("person"));
        return node;
      }));
      const entries = (): void => menu.replaceChildren(
        ...(code === null ? [] : [make("p", { "data-testid": "tracking-code" }, say("code", { code }))]),
        button(say("transcript"), () => {
          showMenu(false);
          acts.save();
        }, "save-transcript"),
        button(say("end"), confirm, "end"),
        button(say("new"), () => {
          showMenu(false);
          acts.startAnew();
        }, "start-anew"),
      );
      const confirm = (): void => {
        menu.replaceChildren(
          make("p", {}, say("end.confirm")),
          button(say("end.yes"), () => {
            showMenu(false);
            acts.control("end");
            entries();
          }, "end-yes"),
          button(say("end.no"), () => {
            showMenu(false);
            entries();
          }),
        );
        menu.querySelector("button")?.focus();
      };
      entries();
    },
    offline(shown: boolean): void {
      banner.hidden = !shown;
    },
    announce(words: string): void {
      announce.textContent = words;
    },
    /** Before Web Chat is there: loading, or why it is not, with the way to try again. */
    waiting(say: Say<typeof chatTexts>, failed: boolean): void {
      const state = make("div", { class: "relevo-state", role: "status" }, failed ? say("failed") : say("loading"));
      if (failed) {
        const again = button(say("retry"), acts.retry, "chat-retry");
        again.className = "relevo-button";
        state.append(again);
      }
      chat.replaceChildren(state);
      panel.insertBefore(bar, foot);
    },
    /** A clean place for Web Chat to draw in. */
    stage(): HTMLElement {
      const stage = make("div", { style: "height:100%" });
      chat.replaceChildren(stage);
      return stage;
    },
  };
  return view;
}

function whoWords(say: Say<typeof chatTexts>, state: ChatState): string {
  switch (state.phase) {
    case "assistant":
      return say("who.assistant");
    case "waiting":
      return state.place === null ? say("who.waiting") : say("who.waiting.place", { place: state.place });
    case "person":
      return say("who.person", { name: state.person ?? "" });
    case "message-asked":
      return say("who.message-asked");
    case "message-taken":
      return say("who.message-taken");
    case "ended":
      return say("who.ended");
  }
}
