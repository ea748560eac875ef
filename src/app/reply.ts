import type { Author, NoticeKind, Reply } from "../core/events.ts";
import type { Say } from "../core/dialog.ts";
import type { AgentIdentity } from "../core/ticket.ts";
import type { Language } from "../core/turn.ts";
import type { Ids, Texts } from "./ports.ts";

export type ReplyMaker = {
  /** A message of the digital colleague, from one or more texts; several become one message in paragraphs. */
  fromAssistant(say: Say[], language: Language, options?: { turnId?: string; quickReplies?: string[]; notice?: Notice }): Reply;
  /** What the system says; a notice of a kind is drawn its own way by the page. `values` go into the words besides the notice's own; `before` is one sentence that goes before them. */
  notice(key: string, notice: Notice | null, language: Language, options?: { turnId?: string; quickReplies?: string[]; values?: Record<string, string | number>; before?: Say }): Reply;
  fromPerson(agent: AgentIdentity, text: string, clientId: string): Reply;
};

type Notice = { kind: NoticeKind; values: Record<string, string | number> };

/** Makes replies: texts rendered in the customer's language, ids given. Quick replies are keys of their labels. */
export function createReplyMaker({ texts, ids }: { texts: Texts; ids: Ids }): ReplyMaker {
  const make = (author: Author, text: string, rest: Partial<Reply>): Reply => ({
    replyId: ids.next("r"), turnId: null, author, text, keys: [], notice: null, quickReplies: [], agent: null, clientId: null, ...rest,
  });
  const labels = (keys: string[], language: Language): string[] => keys.map((key) => texts.text(key, {}, language));
  return {
    fromAssistant: (say, language, options = {}) =>
      make("assistant", say.map(({ key, values }) => texts.text(key, values, language)).join("\n\n"), {
        turnId: options.turnId ?? null, notice: options.notice ?? null, keys: say.map(({ key }) => key), quickReplies: labels(options.quickReplies ?? [], language),
      }),
    notice: (key, notice, language, options = {}) =>
      make("system", [...(options.before ? [texts.text(options.before.key, options.before.values, language)] : []), texts.text(key, { ...notice?.values, ...options.values }, language)].join(" "), {
        keys: [...(options.before ? [options.before.key] : []), key], notice, turnId: options.turnId ?? null, quickReplies: labels(options.quickReplies ?? [], language),
      }),
    fromPerson: (agent, text, clientId) => make("person", text, { agent, clientId }),
  };
}
