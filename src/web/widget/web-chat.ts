import type { Component, Drawn } from "./element.ts";
import type { Incoming } from "./chat-state.ts";

/** What is used of Web Chat and of the Direct Line client inside it; their bundle comes without types. */
export type Subscription = { unsubscribe(): void };
export type Observer<T> = { next?: (value: T) => void; error?: (error: unknown) => void; complete?: () => void };
export type Observable<T> = { subscribe(next: ((value: T) => void) | Observer<T>, failed?: (error: unknown) => void): Subscription };

export type DirectLine = {
  connectionStatus$: Observable<number>;
  conversationId?: string;
  token?: string;
  postActivity(activity: Record<string, unknown>): Observable<string>;
  end(): void;
};

/** Of Direct Line's client: https://github.com/microsoft/BotFramework-DirectLineJS */
export const connection = { connecting: 1, online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 } as const;

export type Action = { type: string; payload?: { activity?: Incoming } };
export type Store = { dispatch(action: Record<string, unknown>): void; getState(): { activities: Incoming[] } };
type Next<A, R> = (argument: A, ...rest: unknown[]) => R;
export type RenderActivity = ((...rest: unknown[]) => Drawn) | false;

export type WebChatProps = {
  directLine: DirectLine;
  store: Store;
  locale: string;
  nonce: string | undefined;
  sendTypingIndicator: boolean;
  styleOptions: Record<string, unknown>;
  overrideLocalizedStrings: Record<string, string>;
  activityMiddleware: () => (next: Next<{ activity: Incoming }, RenderActivity>) => Next<{ activity: Incoming }, RenderActivity>;
  avatarMiddleware: () => (next: Next<{ activity: Incoming; fromUser: boolean }, Component | false>) => Next<{ activity: Incoming; fromUser: boolean }, Component | false>;
  attachmentMiddleware: () => (next: Next<TextRequest, Drawn | null>) => Next<TextRequest, Drawn | null>;
  typingIndicatorMiddleware: () => () => (request: { visible: boolean }) => Drawn | false;
  groupActivitiesMiddleware: () => (next: Next<{ activities: Incoming[] }, Groups>) => Next<{ activities: Incoming[] }, Groups>;
  sendBoxMiddleware: (() => (next: (request: unknown) => Component | false) => (request: unknown) => Component | false)[];
};
/** The text of a message comes to be drawn as an attachment as well. */
export type TextRequest = { activity: Incoming; attachment?: { contentType?: string; content?: unknown } };
export type Groups = { sender: Incoming[][]; status: Incoming[][] };

export type WebChat = {
  createDirectLine(options: { token: string; domain: string; webSocket: boolean; conversationId?: string; watermark?: string }): DirectLine;
  createStore(initial: object, middleware: (store: Store) => (next: (action: Action) => unknown) => (action: Action) => unknown): Store;
  renderWebChat(props: WebChatProps, root: HTMLElement): void;
};

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}

let loading: Promise<WebChat> | null = null;

/** Loads Web Chat once, when the chat is first opened: it is 0.9 MB, and most visitors never ask. A failed load may be tried again. */
export function loadWebChat(server: string, nonce: string | undefined): Promise<WebChat> {
  loading ??= new Promise<WebChat>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${server}/webchat.js`;
    if (nonce) script.nonce = nonce;
    script.onload = () => (window.WebChat ? resolve(window.WebChat) : reject(new Error("webchat.js brought no WebChat")));
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new Error("webchat.js did not load"));
    };
    document.head.append(script);
  });
  return loading;
}
