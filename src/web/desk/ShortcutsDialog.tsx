import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Switch, Text, makeStyles, tokens } from "@fluentui/react-components";
import { deskTexts } from "../texts/desk-texts.ts";
import { useCommon, useTexts } from "../shared/preferences.tsx";

const useStyles = makeStyles({
  grid: { display: "grid", gridTemplateColumns: "max-content 1fr", gap: "10px 16px", alignItems: "baseline", margin: "4px 0 16px", "& dd": { margin: 0 } },
  key: { fontFamily: "inherit", border: `1px solid ${tokens.colorNeutralStroke1}`, borderBottomWidth: "2px", borderRadius: "6px", padding: "2px 8px", backgroundColor: tokens.colorNeutralBackground3, whiteSpace: "nowrap" },
  note: { color: tokens.colorNeutralForeground3, display: "block" },
});

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function ShortcutsDialog({ open, onClose, singleKeys, onSingleKeys }: { open: boolean; onClose(): void; singleKeys: boolean; onSingleKeys(on: boolean): void }) {
  const say = useTexts(deskTexts);
  const common = useCommon();
  const styles = useStyles();
  const rows = [
    ["N", say("shortcuts.next")], [isMac ? "⌘ 1 … ⌘ 3" : "Ctrl 1 … 3", say("shortcuts.insert")], [isMac ? "⌘ ." : "Ctrl .", say("shortcuts.ask")], [isMac ? `⌘ ${say("key.enter")}` : `Ctrl ${say("key.enter")}`, say("shortcuts.mirror")], ["P", say("shortcuts.profile")], [say("key.enter"), say("shortcuts.send")],
    [say("key.shift-enter"), say("shortcuts.newline")], [say("key.escape"), say("shortcuts.leave")], ["?", say("shortcuts.help")],
  ] as const;
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say("shortcuts")}</DialogTitle>
          <DialogContent>
            <dl className={styles.grid}>
              {rows.map(([key, words]) => <Shortcut key={key} keyName={key} words={words} className={styles.key} />)}
            </dl>
            <Switch checked={singleKeys} onChange={(_, data) => onSingleKeys(data.checked)} label={say("shortcuts.on")} />
            <Text size={200} className={styles.note}>{say("shortcuts.note")}</Text>
          </DialogContent>
          <DialogActions><Button appearance="primary" onClick={onClose}>{common("close")}</Button></DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Shortcut({ keyName, words, className }: { keyName: string; words: string; className: string }) {
  return <><dt><kbd className={className}>{keyName}</kbd></dt><dd><Text>{words}</Text></dd></>;
}
