import { Badge, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import type { Behaviour, Whisper } from "../../api/contract.ts";
import { useTexts } from "../shared/preferences.tsx";
import { whisperTexts } from "../texts/whisper-texts.ts";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "2px" },
  row: { display: "flex", gap: "6px", flexWrap: "wrap", alignItems: "center" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What this moment asks for and the agent has not said yet; and what is there already, with the words that show it. */
export function BehavioursPart({ behaviours }: { behaviours: Whisper["behaviours"] }) {
  const say = useTexts(whisperTexts);
  const styles = useStyles();
  const all = Object.entries(behaviours) as [Behaviour, Whisper["behaviours"][Behaviour]][];
  const missing = all.filter(([, { missing: lacks }]) => lacks);
  const shown = all.filter(([, { shown: times }]) => times > 0);
  return (
    <>
      <Text as="h3" weight="semibold">{say("behaviours")}</Text>
      {missing.length === 0
        ? <Text size={300}>{say("behaviours.none")}</Text>
        : <ul className={styles.list} data-testid="behaviours-missing">{missing.map(([one]) => <li key={one}><Text size={300}><b>{say(`behaviour.${one}`)}</b>: {say(`behaviour.${one}.how`)}</Text></li>)}</ul>}
      {shown.length > 0 && (
        <div className={styles.row} data-testid="behaviours-shown">
          <Text size={200} className={styles.quiet}>{say("behaviours.shown")}</Text>
          {shown.map(([one, { words }]) => (
            <Tooltip key={one} content={words.join(" · ")} relationship="description">
              <Badge appearance="tint" color="success" icon={<CheckmarkRegular />} tabIndex={0}>{say(`behaviour.${one}`)}</Badge>
            </Tooltip>
          ))}
        </div>
      )}
    </>
  );
}
