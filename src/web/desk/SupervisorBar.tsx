import { Button, Field, Text, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { LockClosedRegular, PersonSwapRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useTexts } from "../shared/preferences.tsx";
import { deskTexts } from "../texts/desk-texts.ts";

const useStyles = makeStyles({
  box: { flexBasis: "100%", display: "flex", alignItems: "flex-end", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  // Dashed and coloured as notes are in the story: nobody takes it for a message to the customer.
  field: { flexGrow: 1, minWidth: "200px", padding: "6px 10px 10px", borderRadius: tokens.borderRadiusLarge, border: `1px dashed ${tokens.colorPaletteMarigoldBorderActive}`, backgroundColor: tokens.colorPaletteMarigoldBackground1 },
  label: { display: "inline-flex", alignItems: "center", gap: "4px" },
});

/** What a supervisor may do with a conversation a colleague has: a word in the colleague's ear, or take it over. */
export function SupervisorBar({ agent, busy, onNote, onTakeOver }: { agent: string; busy: boolean; onNote(text: string): Promise<boolean>; onTakeOver(): void }) {
  const say = useTexts(deskTexts);
  const styles = useStyles();
  const [text, setText] = useState("");
  const send = (): void => {
    void onNote(text.trim()).then((kept) => kept && setText(""));
  };
  return (
    <div className={styles.box} data-testid="supervisor">
      <Field className={styles.field} label={<Text size={200} weight="semibold" className={styles.label}><LockClosedRegular aria-hidden />{say("supervise.whisper", { agent })}</Text>}>
        <Textarea value={text} rows={2} onChange={(_, change) => setText(change.value)} data-testid="supervisor-note" />
      </Field>
      <Button onClick={send} disabled={busy || text.trim() === ""} data-testid="supervisor-whisper">{say("supervise.send")}</Button>
      <Button appearance="primary" icon={<PersonSwapRegular />} onClick={onTakeOver} disabled={busy} data-testid="take-over">{say("supervise.take-over")}</Button>
    </div>
  );
}
