import { Button, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { SendFilled } from "@fluentui/react-icons";
import { useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Ref } from "react";
import { deskTexts } from "../texts/desk-texts.ts";
import { useTexts } from "../shared/preferences.tsx";
import type { Drafts } from "./drafts.ts";
import { insertText } from "./insert-text.ts";
import { MirrorNotes } from "./MirrorNotes.tsx";
import { openSlots } from "./open-slots.ts";
import { SlotNotes } from "./SlotNotes.tsx";

const useStyles = makeStyles({
  box: { display: "flex", alignItems: "flex-end", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, flexShrink: 0, "@media (max-width: 480px)": { padding: "8px" } },
  text: { flexGrow: 1, "& textarea": { maxHeight: "32vh", minHeight: "44px", fieldSizing: "content" } as object },
  send: { minWidth: "44px", height: "44px" },
});

export type ComposerHandle = { focus(): void; insert(text: string): void };

type Props = {
  ticketId: string;
  customer: string;
  customerLanguage: string;
  drafts: Drafts;
  handle: Ref<ComposerHandle>;
  onSend(text: string): void;
  onTyping(): void;
};

/** Customers see that the agent is typing; saying it every 3 s keeps the sign alive without a request per key. */
const typingEveryMs = 3_000;

/** Where the agent writes. Mounted anew for each ticket (by key), so a draft cannot wander to another chat. */
export function Composer({ ticketId, customer, customerLanguage, drafts, handle, onSend, onTyping }: Props) {
  const say = useTexts(deskTexts);
  const styles = useStyles();
  const [text, setText] = useState(() => drafts.read(ticketId));
  const box = useRef<HTMLTextAreaElement>(null);
  /** What to select once the text is on the screen. */
  const caret = useRef<{ start: number; end: number } | null>(null);
  /** The draft whose open places were asked about; another draft is another question. */
  const [askedOf, setAskedOf] = useState<string | null>(null);
  const slots = openSlots(text);
  const typedAt = useRef(0);

  const change = (next: string): void => {
    setText(next);
    drafts.keep(ticketId, next);
  };
  useImperativeHandle(handle, () => ({
    focus: () => box.current?.focus(),
    insert(suggestion) {
      const element = box.current;
      const { draft, caret: place } = insertText(text, element?.selectionEnd ?? text.length, suggestion);
      change(draft);
      // The first place to fill in is where the agent writes next; without one, behind what was put in.
      caret.current = openSlots(draft).find(({ start }) => start >= place - suggestion.length && start < place) ?? { start: place, end: place };
      element?.focus();
    },
  }));
  useEffect(() => {
    if (caret.current === null) return;
    box.current?.setSelectionRange(caret.current.start, caret.current.end);
    caret.current = null;
  }, [text]);

  const send = (evenOpen = false): void => {
    if (text.trim() === "") return;
    if (slots.length > 0 && !evenOpen) {
      setAskedOf(text);
      return;
    }
    setAskedOf(null);
    onSend(text.trim());
    change("");
    box.current?.focus();
  };

  return (
    <>
    <MirrorNotes ticketId={ticketId} draft={text} customerLanguage={customerLanguage} onChange={change} />
    <SlotNotes
      slots={slots} customerLanguage={customerLanguage} asked={askedOf === text} onSendAnyway={() => send(true)}
      onFill={({ start, end }) => {
        setAskedOf(null);
        box.current?.focus();
        box.current?.setSelectionRange(start, end);
      }}
    />
    <form className={styles.box} onSubmit={(event) => { event.preventDefault(); send(); }}>
      <Textarea
        className={styles.text} value={text} ref={box} rows={2} resize="none" appearance="outline" lang={customerLanguage}
        aria-label={say("composer", { customer })} placeholder={say("composer.placeholder", { customer })} data-testid="composer"
        onChange={(_, data) => {
          change(data.value);
          if (data.value !== "" && Date.now() - typedAt.current >= typingEveryMs) {
            typedAt.current = Date.now();
            onTyping();
          }
        }}
        onKeyDown={(event) => {
          // While an input method composes (accents, emoji picker), Enter belongs to it.
          if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <Button type="submit" appearance="primary" className={styles.send} icon={<SendFilled />} disabled={text.trim() === ""} aria-label={say("send")} title={say("send")} data-testid="send" />
    </form>
    </>
  );
}
