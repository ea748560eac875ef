import { Card, Subtitle1, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { WhisperUses } from "../../api/contract.ts";
import { errorWords } from "../shared/error-words.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { opsTexts } from "../texts/ops-texts.ts";
import { tableStyle } from "./table-style.ts";
import { useSuggestionUses } from "./use-ops.ts";

const useStyles = makeStyles({
  card: { padding: "16px 18px", gap: "12px", borderRadius: tokens.borderRadiusXLarge, overflowX: "auto" },
  note: { color: tokens.colorNeutralForeground3, display: "block", marginBottom: tokens.spacingVerticalM },
  counts: { display: "flex", flexWrap: "wrap", gap: "8px 28px", margin: 0, "& div": { display: "flex", gap: "8px", alignItems: "baseline" }, "& dd": { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" }, "& dt": { color: tokens.colorNeutralForeground2 } },
  table: tableStyle,
});

/** How often suggestions were taken and what followed. People are counted all together: nothing here says anything of one of them. */
export function SuggestionsCard() {
  const { language } = usePreferences();
  const say = useTexts(opsTexts);
  const styles = useStyles();
  const { uses, failed } = useSuggestionUses();
  return (
    <section aria-labelledby="uses" data-testid="uses">
      <Subtitle1 as="h2" id="uses">{say("uses")}</Subtitle1>
      <Text size={200} className={styles.note}>{say("uses.lead")}</Text>
      {failed ? <Text role="alert">{say("failed", { why: errorWords(failed, language) })}</Text> : null}
      {uses && <Card className={styles.card}>{uses.shown === 0 ? <Text>{say("uses.none")}</Text> : <Uses uses={uses} />}</Card>}
    </section>
  );
}

function Uses({ uses }: { uses: WhisperUses }) {
  const say = useTexts(opsTexts);
  const styles = useStyles();
  return (
    <>
      <dl className={styles.counts}>
        {(["shown", "sent", "edited", "dismissed"] as const).map((one) => <div key={one}><dt>{say(`uses.${one}`)}</dt><dd>{uses[one]}</dd></div>)}
      </dl>
      <table className={styles.table}>
        <thead><tr><th scope="col">{say("uses.what")}</th><th scope="col">{say("uses.followed")}</th></tr></thead>
        <tbody>
          {(["sent", "edited", "own"] as const).map((one) => <tr key={one}><th scope="row">{say(`uses.${one}`)}</th><td>{uses.followed[one].n === 0 ? say("none-yet") : say("uses.of", uses.followed[one])}</td></tr>)}
        </tbody>
      </table>
    </>
  );
}
