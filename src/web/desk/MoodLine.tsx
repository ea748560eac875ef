import { Button, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import type { EmotionPoint } from "../../api/contract.ts";
import { jumpToTurn } from "./jump-to-turn.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { whisperTexts } from "../texts/whisper-texts.ts";
import { clock, decimal } from "../shared/formats.ts";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { color: tokens.colorNeutralForeground2 },
  line: { stroke: tokens.colorBrandStroke1, strokeWidth: 2, fill: "none", vectorEffect: "non-scaling-stroke" },
  zero: { stroke: tokens.colorNeutralStroke1, strokeWidth: 1, strokeDasharray: "3 3", vectorEffect: "non-scaling-stroke" },
  dot: { fill: tokens.colorBrandForeground1 },
  steps: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(76px, 1fr))", justifyItems: "center" },
});

const width = 280;
const height = 84;
const margin = 6;
/** Words that fit side by side below the line; more of them go on in the next row. */
const inOneRow = 4;

/** Valence turn by turn, as a line and as words that lead to the message; one point is no line. */
export function MoodLine({ points }: { points: EmotionPoint[] }) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const own = useTexts(whisperTexts);
  const common = useCommon();
  const styles = useStyles();
  if (points.length < 2) return null;
  // In the middle of its part of the width, where its word stands too.
  const x = (i: number): number => ((i + 0.5) * width) / points.length;
  const y = (valence: number): number => margin + ((1 - valence) * (height - 2 * margin)) / 2;
  const words = points.map((one) => `${common(`emotion.${one.emotion}`)} ${decimal(one.valence, language)} (${clock(one.at, language)})`).join(", ");
  return (
    <section className={styles.part} data-testid="mood">
      <Text as="h3" weight="semibold" className={styles.title}>{say("whisper.mood")}</Text>
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" height={height} role="img" aria-label={say("whisper.mood.text", { points: words })}>
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} className={styles.zero} />
        <polyline points={points.map((one, i) => `${x(i)},${y(one.valence)}`).join(" ")} className={styles.line} />
        {points.map((one, i) => <circle key={one.turnId} cx={x(i)} cy={y(one.valence)} r={4} className={styles.dot}><title>{`${common(`emotion.${one.emotion}`)} ${decimal(one.valence, language)}`}</title></circle>)}
      </svg>
      <span className={styles.steps} style={points.length <= inOneRow ? { gridTemplateColumns: `repeat(${points.length}, 1fr)` } : undefined}>
        {points.map((one) => (
          <Tooltip key={one.turnId} content={own("mood.jump")} relationship="description">
            <Button size="small" appearance="subtle" onClick={() => jumpToTurn(one.turnId)}>{common(`emotion.${one.emotion}`)}</Button>
          </Tooltip>
        ))}
      </span>
    </section>
  );
}
