import { Card, Subtitle2, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Analytics, Behaviour } from "../../api/contract.ts";
import { percent } from "../shared/formats.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { opsTexts } from "../texts/ops-texts.ts";
import { whisperTexts } from "../texts/whisper-texts.ts";
import { tableStyle } from "./table-style.ts";

const useStyles = makeStyles({
  card: { padding: "16px 18px", gap: "8px", borderRadius: tokens.borderRadiusXLarge, marginTop: tokens.spacingHorizontalM, overflowX: "auto" },
  table: tableStyle,
  note: { color: tokens.colorNeutralForeground3 },
});

/** The six behaviours side by side. People are counted all together: nothing here says anything of one of them. */
export function StandardCard({ behaviours }: { behaviours: Analytics["behaviours"] }) {
  const { language } = usePreferences();
  const say = useTexts(opsTexts);
  const behaviourSay = useTexts(whisperTexts);
  const styles = useStyles();
  const share = ({ replies, shown }: Analytics["behaviours"]["bot"], one: Behaviour): string => (replies === 0 ? say("standard.none") : percent(shown[one] / replies, language));
  return (
    <Card className={styles.card} data-testid="standard">
      <Subtitle2 as="h3">{say("standard")}</Subtitle2>
      <Text size={200} className={styles.note}>{say("standard.lead")}</Text>
      <table className={styles.table}>
        <thead><tr><th scope="col">{say("standard.behaviour")}</th><th scope="col">{say("standard.bot", { n: behaviours.bot.replies })}</th><th scope="col">{say("standard.human", { n: behaviours.human.replies })}</th></tr></thead>
        <tbody>
          {(Object.keys(behaviours.bot.shown) as Behaviour[]).map((one) => (
            <tr key={one}><th scope="row">{behaviourSay(`behaviour.${one}`)}</th><td>{share(behaviours.bot, one)}</td><td>{share(behaviours.human, one)}</td></tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
