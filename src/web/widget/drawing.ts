import type { chatTexts } from "../texts/chat-texts.ts";
import type { Say } from "../texts/speak.ts";
import { isNotice, markOf } from "./chat-state.ts";
import type { Incoming, Mark } from "./chat-state.ts";
import { element } from "./element.ts";
import type { Component, Drawn } from "./element.ts";
import { piecesOf } from "./links.ts";
import type { Piece } from "./links.ts";
import type { Store, WebChatProps } from "./web-chat.ts";

type Parts = {
  store: Store;
  say: () => Say<typeof chatTexts>;
  /** Our own buttons, which stand between transcript and text box. */
  bar: HTMLElement;
  rating: (activityId: string, phase: unknown) => HTMLElement;
  /** The button under what the person will see, to put it right. */
  correct: (activityId: string) => HTMLElement;
};

type Drawing = Pick<WebChatProps, "activityMiddleware" | "attachmentMiddleware" | "avatarMiddleware" | "typingIndicatorMiddleware" | "groupActivitiesMiddleware" | "sendBoxMiddleware">;

const into = (child: HTMLElement) => (node: HTMLElement | null): void => {
  if (node && child.parentElement !== node) node.append(child);
};

/** The name over a message: whoever reads it knows whether a person wrote it. */
export function authorTag(mark: Mark, activity: Incoming, say: Say<typeof chatTexts>): string {
  return mark.author === "person" ? `${activity.from?.name ?? ""} · ${say("author.person")}` : say("author.assistant");
}

/** Who speaks: author and name. Web Chat groups by role, where our assistant and our people are the same. */
function speakerOf(activity: Incoming): string {
  const mark = markOf(activity);
  return mark ? `${mark.author} ${mark.author === "person" ? (activity.from?.name ?? "") : ""}` : (activity.from?.role ?? "");
}

/** How Web Chat draws our messages: a tag and an avatar per author, notices as quiet lines, ratings as buttons. */
export function drawing({ store, say, bar, rating, correct }: Parts): Drawing {
  const startsGroup = (activity: Incoming): boolean => {
    const messages = store.getState().activities.filter((one) => one.type === "message");
    const before = messages[messages.findIndex((one) => one.id === activity.id) - 1];
    const mark = before ? markOf(before) : null;
    return !before || (mark !== null && isNotice(mark)) || speakerOf(before) !== speakerOf(activity);
  };

  return {
    activityMiddleware: () => (next) => (request, ...rest) => {
      const { activity } = request;
      const mark = markOf(activity);
      if (mark && isNotice(mark)) {
        const shown = mark.kind === "brief" && mark.values["phase"] === "shown";
        return () => element(
          "div", { className: "relevo-turn" },
          element("div", { key: "words", className: shown ? "relevo-notice relevo-notice--card" : "relevo-notice", "data-kind": mark.kind ?? "system" }, activity.text ?? ""),
          shown ? element("div", { key: "correct", ref: into(correct(activity.id ?? "")) }) : null,
          mark.kind === "csat" ? element("div", { key: "csat", ref: into(rating(activity.id ?? "", mark.values["phase"])) }) : null,
        );
      }
      const render = next(request, ...rest);
      if (!render || !mark) return render;
      return (...given): Drawn => element(
        "div", { className: `relevo-turn relevo-turn--${mark.author}` },
        startsGroup(activity) ? element("div", { key: "author", className: "relevo-author", "data-author": mark.author }, authorTag(mark, activity, say())) : null,
        render(...given),
      );
    },
    attachmentMiddleware: () => (next) => (request, ...rest) => {
      const { activity, attachment } = request;
      const mark = attachment?.contentType === "text/plain" && typeof attachment.content === "string" ? markOf(activity) : null;
      const pieces = mark ? piecesOf(String(attachment?.content)) : [];
      return pieces.some(({ kind }) => kind === "link") ? element("p", { className: "relevo-words" }, ...pieces.map(drawnPiece)) : next(request, ...rest);
    },
    typingIndicatorMiddleware: () => () => ({ visible }) => visible && element(
      "div", { className: "relevo-typing", role: "img", "aria-label": say()("typing"), "data-testid": "typing" },
      ...["1", "2", "3"].map((key) => element("i", { key })),
    ),
    avatarMiddleware: () => () => ({ activity, fromUser }) => {
      if (fromUser) return false;
      const author = markOf(activity)?.author ?? "assistant";
      const initial = author === "person" ? (activity.from?.name ?? "").slice(0, 1).toUpperCase() : "";
      return () => element("div", { className: `relevo-avatar relevo-avatar--${author}`, "aria-hidden": true }, initial);
    },
    groupActivitiesMiddleware: () => (next) => (request) => ({ ...next(request), sender: grouped(request.activities) }),
    sendBoxMiddleware: [() => (next) => (request) => {
      const inner = next(request);
      return inner && withBar(inner, bar);
    }],
  };
}

/** Words stay text: no HTML is made or read here. A link opens apart, and what it opens learns nothing of this page. */
function drawnPiece(piece: Piece, index: number): Drawn | string {
  if (piece.kind === "words") return piece.text;
  return element("a", { key: String(index), href: piece.href, title: piece.href, target: "_blank", rel: "noopener noreferrer" }, piece.label);
}

/** Runs of messages by one speaker. */
export function grouped(activities: Incoming[]): Incoming[][] {
  const groups: Incoming[][] = [];
  for (const activity of activities) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && speakerOf(before) === speakerOf(activity)) last.push(activity);
    else groups.push([activity]);
  }
  return groups;
}

const known = new WeakMap<Component, Component>();

/** The same component for the same text box each time: a new one would throw away what the customer is typing. */
function withBar(inner: Component, bar: HTMLElement): Component {
  const made = known.get(inner) ?? ((props) => element("div", { className: props["className"] }, element("div", { key: "bar", ref: into(bar) }), element(inner, { key: "box" })));
  known.set(inner, made);
  return made;
}
