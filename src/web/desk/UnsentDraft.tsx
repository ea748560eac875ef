import { Button, Text, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { CopyRegular, DismissRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useTexts } from "../shared/preferences.tsx";
import { deskTexts } from "../texts/desk-texts.ts";
import type { Drafts } from "./drafts.ts";

const useStyles = makeStyles({
  box: { flexBasis: "100%", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  acts: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

/** What the agent was writing when the conversation left them: said not to be sent, and there to be copied. Nothing where there is no draft. */
export function UnsentDraft({ ticketId, drafts }: { ticketId: string; drafts: Drafts }) {
  const say = useTexts(deskTexts);
  const styles = useStyles();
  const box = useRef<HTMLTextAreaElement>(null);
  const [dropped, setDropped] = useState(false);
  const [copied, setCopied] = useState(false);
  const text = drafts.read(ticketId);
  if (dropped || text.trim() === "") return null;

  const copy = (): void => {
    // Without the clipboard (no https, no permission) the text is left selected, one key away from being copied.
    box.current?.select();
    void navigator.clipboard?.writeText(text).then(() => setCopied(true), () => undefined);
  };
  return (
    <div className={styles.box} data-testid="unsent-draft">
      <Text size={200} weight="semibold" role="status">{say("draft.unsent")}</Text>
      <Textarea ref={box} readOnly value={text} rows={2} resize="vertical" aria-label={say("draft.unsent")} />
      <div className={styles.acts}>
        <Button size="small" icon={<CopyRegular />} onClick={copy}>{say(copied ? "draft.copied" : "draft.copy")}</Button>
        <Button
          size="small" appearance="subtle" icon={<DismissRegular />}
          onClick={() => {
            drafts.keep(ticketId, "");
            setDropped(true);
          }}
        >{say("send.discard")}</Button>
      </div>
    </div>
  );
}
