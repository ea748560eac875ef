import { Badge, Button, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular, SparkleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { MirrorAnswer } from "../../api/contract.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { useApi } from "../shared/session.tsx";
import { whisperTexts } from "../texts/whisper-texts.ts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "8px", padding: "8px 16px", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, maxHeight: "34vh", overflowY: "auto", flexShrink: 0 },
  row: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
  close: { marginLeft: "auto" },
  list: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, listStyle: "none" },
  item: { display: "flex", flexDirection: "column", gap: "4px" },
  old: { textDecorationLine: "underline", textDecorationStyle: "wavy", textDecorationColor: tokens.colorPaletteDarkOrangeForeground1, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Read = { draft: string; answer: MirrorAnswer | null };

/** The private tone check of the agent's own draft: on request only, never in the way of sending. What it found belongs to the draft it read and goes with it. */
export function MirrorNotes({ ticketId, draft, customerLanguage, onChange }: { ticketId: string; draft: string; customerLanguage: string; onChange(draft: string): void }) {
  const say = useTexts(whisperTexts);
  const styles = useStyles();
  const api = useApi();
  const { language } = usePreferences();
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const current = read && read.draft === draft && draft.trim() !== "" ? read : null;

  const look = async (text: string): Promise<void> => {
    setBusy(true);
    try {
      setRead({ draft: text, answer: await api.send<MirrorAnswer>("POST", `/tickets/${encodeURIComponent(ticketId)}/mirror?language=${language}`, { draft: text }) });
    } catch {
      setRead({ draft: text, answer: null }); // said on the screen
    } finally {
      setBusy(false);
    }
  };
  const use = ({ start, end, alternative }: MirrorAnswer["findings"][number]): void => {
    const next = (draft.slice(0, start) + alternative + draft.slice(end)).trimEnd();
    onChange(next);
    void look(next);
  };

  if (draft.trim() === "") return null;
  return (
    <div className={styles.box} data-testid="mirror">
      <div className={styles.row}>
        <Tooltip content={say("mirror.hint")} relationship="description">
          <Button size="small" appearance="subtle" icon={<SparkleRegular />} disabled={busy} onClick={() => void look(draft)} data-testid="mirror-look">{say("mirror")}</Button>
        </Tooltip>
        <Text size={200} role="status" className={styles.quiet}>{current && (current.answer === null ? say("mirror.failed") : current.answer.ok ? say("mirror.fine") : say("mirror.found"))}</Text>
        {current && <Button className={styles.close} size="small" appearance="subtle" icon={<DismissRegular />} aria-label={say("mirror.close")} onClick={() => setRead(null)} />}
      </div>
      {current?.answer && !current.answer.ok && (
        <ul className={styles.list}>
          {current.answer.findings.map((one) => (
            <li key={`${one.kind} ${one.start}`} className={styles.item} data-testid="mirror-finding">
              <div className={styles.row}>
                <Badge appearance="tint" color="warning">{say(`mirror.kind.${one.kind}`)}</Badge>
                <Text className={styles.old} lang={customerLanguage}>{draft.slice(one.start, one.end)}</Text>
              </div>
              <Text size={200}>{one.advice}</Text>
              <div className={styles.row}>
                {one.alternative !== "" && <Text size={200} lang={customerLanguage} className={styles.quiet}>{one.alternative}</Text>}
                {one.kind !== "wrong-language" && <Button size="small" onClick={() => use(one)} data-testid="mirror-use">{say(one.alternative === "" ? "mirror.leave-out" : "mirror.use")}</Button>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
