import { Button, Spinner, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { deskTexts } from "../texts/desk-texts.ts";
import { errorWords } from "../shared/error-words.ts";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";
import type { Conversation } from "./conversation-state.ts";
import type { Sending } from "./outbox.ts";
import { storyOf } from "./story.ts";
import { StoryLine, useStoryStyles } from "./StoryLine.tsx";

const useStyles = makeStyles({
  frame: { position: "relative", flexGrow: 1, minHeight: 0, display: "flex" },
  scroll: { flexGrow: 1, overflowY: "auto", padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, "@media (max-width: 480px)": { padding: "12px" } },
  // Pushes a short story down to the composer, where the eyes are.
  top: { flexGrow: 1 },
  toEnd: { position: "absolute", bottom: "12px", left: "50%", transform: "translateX(-50%)", boxShadow: tokens.shadow8 },
  pending: { opacity: 0.75 },
  retry: { display: "flex", alignItems: "center", gap: "6px", flexWrap: "wrap", justifyContent: "flex-end" },
  typing: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
});

/** Still counts as standing at the end: a line of text of slack, for rounding and the last margin. */
const endSlackPx = 40;

type Props = {
  conversation: Conversation | null;
  failed: unknown;
  customer: string;
  culpritTurn: string | null;
  sendings: Sending[];
  typing: boolean;
  onRetry(clientId: string): void;
  onDrop(sending: Sending): void;
};

export function Story({ conversation, failed, customer, culpritTurn, sendings, typing, onRetry, onDrop }: Props) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const common = useCommon();
  const styles = useStyles();
  const lines = useStoryStyles();
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const story = useMemo(() => (conversation ? storyOf(conversation) : []), [conversation]);
  const id = conversation?.about.id ?? null;

  const toEnd = (): void => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  useLayoutEffect(toEnd, [id]);
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  }, [story.length, sendings.length, typing, atEnd]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // The composer growing or the window shrinking must not hide the last message.
    const watch = new ResizeObserver(() => {
      if (atEnd) toEnd();
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [atEnd]);

  return (
    <div className={styles.frame}>
      <div
        ref={box} className={styles.scroll} role="log" aria-label={say("conversation.story")} tabIndex={0} data-testid="story"
        onScroll={({ currentTarget }) => setAtEnd(currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < endSlackPx)}
      >
        <span className={styles.top} />
        {!conversation && (failed ? <Text role="alert">{errorWords(failed, language)}</Text> : <Spinner size="small" label={common("loading")} />)}
        {story.map((item) => (
          <StoryLine key={item.key} item={item} conversationId={id ?? ""} customer={customer} customerLanguage={conversation?.about.language ?? language} culprit={item.kind === "turn" && item.turnId === culpritTurn} />
        ))}
        {sendings.map((one) => (
          <div key={one.clientId} className={mergeClasses(lines.line, lines.ours)}>
            <div className={mergeClasses(lines.bubble, lines.personBubble, one.status === "sending" && styles.pending)}>{one.text}</div>
            {one.status === "sending"
              ? <span className={lines.who}>{say("send.sending")}</span>
              : <span className={mergeClasses(styles.retry, lines.failed)} role="alert">
                  <Text size={200}>{say("send.failed", { why: one.why ?? "" })}</Text>
                  <Button size="small" onClick={() => onRetry(one.clientId)} data-testid="retry">{common("try-again")}</Button>
                  <Button size="small" appearance="subtle" onClick={() => onDrop(one)}>{say("send.discard")}</Button>
                </span>}
          </div>
        ))}
        {typing && <Text size={200} className={styles.typing}>{say("conversation.typing", { customer })}</Text>}
      </div>
      {!atEnd && <Button className={styles.toEnd} shape="circular" icon={<ArrowDownRegular />} aria-label={say("conversation.to-end")} onClick={toEnd} />}
    </div>
  );
}
