import type { Language } from "../../api/contract.ts";
import { spoken } from "../shared/language.ts";
import { chatTexts } from "../texts/chat-texts.ts";
import { speak } from "../texts/speak.ts";
import type { Say } from "../texts/speak.ts";
import { createChatMemory } from "./chat-memory.ts";
import type { Box } from "./chat-memory.ts";
import { openChat } from "./chat-session.ts";
import type { ChatSession } from "./chat-session.ts";
import { evolveChat, markOf, newChat, webChatLocale } from "./chat-state.ts";
import type { ChatState, Control, Incoming } from "./chat-state.ts";
import { authorTag, drawing } from "./drawing.ts";
import { make } from "./make.ts";
import { ourView } from "./our-view.ts";
import { createPanel } from "./panel.ts";
import { ratingButtons } from "./rating.ts";
import { styleOptions } from "./style-options.ts";
import { transcriptOf } from "./transcript.ts";
import { loadWebChat } from "./web-chat.ts";
import type { Store, WebChat } from "./web-chat.ts";
import { addWidgetStyles } from "./widget-styles.ts";

type Setting = { server: string; nonce: string | undefined; theme: "auto" | "dark" | "light" };

function tabBox(): Box | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Puts the launcher on the page. Everything dear is loaded when it is pressed. */
export function startWidget({ server, nonce, theme }: Setting): void {
  const memory = createChatMemory(tabBox());
  const darkSystem = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean => theme === "dark" || (theme === "auto" && darkSystem.matches);
  const language = (): Language => spoken(document.documentElement.lang) ?? spoken(navigator.language) ?? "es";
  const say = (): Say<typeof chatTexts> => speak(chatTexts, language());

  let state: ChatState = newChat;
  let session: ChatSession | null = null;
  let draw: (() => void) | null = null;
  /** Pressed before the chat was open: a wish for a person is not lost because a bundle is still loading. */
  const pressed: Control[] = [];
  let opening = false;
  let everOnline = false;
  /** What the customer may note down to come back with; every conversation's first message brings it. */
  let trackingCode: string | null = null;
  /** Every message of the conversation by its id, in order, for the customer to keep. */
  const heard = new Map<string, Incoming>();

  const label = (): void => panel.label(say(), state, memory.get()?.tone ?? true, trackingCode);
  const move = (next: ChatState): void => {
    if (next.phase === state.phase && next.place === state.place && next.person === state.person) return;
    if (next.phase === "person" && state.phase !== "person") panel.announce(say()("joined", { name: next.person ?? "" }));
    state = next;
    label();
  };

  const panel = createPanel({
    open: () => {
      if (session) focusTextBox();
      else void open();
    },
    control(control: Control) {
      if (session) session.post("relevo.control", { control });
      else {
        pressed.push(control);
        void open();
      }
      focusTextBox();
    },
    tone(on) {
      memory.keep({ tone: on });
      session?.post("relevo.tone", { on });
    },
    save() {
      const file = new Blob([transcriptOf([...heard.values()], trackingCode, say(), language())], { type: "text/plain;charset=utf-8" });
      const link = make("a", { href: URL.createObjectURL(file), download: `${say()("transcript.file")}${trackingCode === null ? "" : `-${trackingCode}`}.txt` });
      link.click();
      // The browser has taken the file by the next turn of its loop; the address would keep it in memory.
      setTimeout(() => URL.revokeObjectURL(link.href));
    },
    retry: () => void open(),
    startAnew: () => {
      forget();
      void open();
    },
  });

  const focusTextBox = (): void => panel.chat.querySelector<HTMLElement>("textarea")?.focus();

  function forget(): void {
    session?.end();
    session = null;
    draw = null;
    state = newChat;
    trackingCode = null;
    heard.clear();
    everOnline = false;
    memory.forget();
    label();
  }

  async function open(): Promise<void> {
    if (opening) return;
    opening = true;
    panel.waiting(say(), false);
    try {
      const webChat = await loadWebChat(server, nonce);
      session = await openChat({ server, webChat, memory, language, onLine });
      draw = drawer(webChat, session);
      draw();
      for (const control of pressed.splice(0)) session.post("relevo.control", { control });
      focusTextBox();
    } catch (error) {
      session = null;
      panel.waiting(say(), true);
      console.warn("Relevo:", error instanceof Error ? error.message : error);
    } finally {
      opening = false;
    }
  }

  function onLine(status: "online" | "offline" | "lost"): void {
    if (status === "online") everOnline = true;
    panel.offline(status !== "online" && everOnline);
    if (status !== "lost") return;
    // A remembered token that is no longer good: start anew rather than show a dead chat.
    const stale = !everOnline && memory.get() !== null;
    forget();
    if (stale) queueMicrotask(() => void open());
    else panel.waiting(say(), true);
  }

  function drawer(webChat: WebChat, { directLine, post }: ChatSession): () => void {
    const store: Store = webChat.createStore({}, () => (next) => (action) => {
      // Web Chat holds an answer back until it has the activity it answers, up to 5 s; our log's order is already the right one.
      if (action.type === "DIRECT_LINE/QUEUE_INCOMING_ACTIVITY" && action.payload?.activity) return next({ ...action, payload: { ...action.payload, activity: { ...action.payload.activity, replyToId: undefined } } });
      if (action.type === "DIRECT_LINE/INCOMING_ACTIVITY" && action.payload?.activity) return next({ ...action, payload: { ...action.payload, activity: ourView(take(action.payload.activity)) } });
      return next(action);
    });
    const ratings = new Map<string, HTMLElement>();
    const rating = (id: string, phase: unknown): HTMLElement => {
      const node = ratings.get(id) ?? ratingButtons(say(), memory.get()?.rated[id] ?? null, (score) => {
        memory.keep({ rated: { ...memory.get()?.rated, [id]: score } });
        post("relevo.control", { control: "rate", rating: score, ...(phase === "bot" || phase === "human" ? { phase } : {}) });
      });
      ratings.set(id, node);
      return node;
    };
    const corrections = new Map<string, HTMLElement>();
    const correct = (id: string): HTMLElement => {
      const node = corrections.get(id) ?? make("div", { class: "relevo-correct" }, panel.button(say()("correct-brief"), () => {
        post("relevo.control", { control: "correct-brief" });
        focusTextBox();
      }, "correct-brief", "relevo-button"));
      corrections.set(id, node);
      return node;
    };
    const drawn = drawing({ store, say, bar: panel.bar, rating, correct });
    const stage = panel.stage();
    return () => webChat.renderWebChat({ directLine, store, locale: webChatLocale[language()], nonce, sendTypingIndicator: true, overrideLocalizedStrings: { ACTIVITY_BOT_SAID_ALT: say()("read-out") }, styleOptions: styleOptions(isDark()), ...drawn }, stage);
  }

  /**
   * Learns from a message, and sets what screen readers hear of it: who speaks, which Web Chat would call a bot each time,
   * and nothing of a join, which our own live region has just announced.
   */
  function take(activity: Incoming): Incoming {
    move(evolveChat(state, activity));
    if (activity.type === "message" && activity.id) heard.set(activity.id, activity);
    const mark = markOf(activity);
    if (!mark) return activity;
    const { code } = mark.values;
    if (typeof code === "string" && code !== trackingCode) {
      trackingCode = code;
      label();
    }
    const spokenText = mark.kind === "joined" ? "" : mark.author === "system" ? (activity.text ?? "") : `${authorTag(mark, activity, say())}: ${activity.text ?? ""}`;
    return { ...activity, channelData: { ...(activity.channelData as object), "webchat:fallback-text": spokenText } };
  }

  addWidgetStyles(theme);
  label();
  document.body.append(panel.root);
  new MutationObserver(() => {
    label();
    draw?.();
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
  darkSystem.addEventListener("change", () => draw?.());
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-relevo-open]")) panel.show(true);
  });
  addEventListener("offline", () => panel.offline(session !== null));
  addEventListener("online", () => panel.offline(false));
  addEventListener("pagehide", () => {
    if (session?.directLine.token) memory.keep({ token: session.directLine.token });
  });
}
