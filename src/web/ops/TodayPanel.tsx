import { Button, Card, Spinner, Subtitle1, Subtitle2, Text, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Analytics } from "../../api/contract.ts";
import { opsTexts } from "../texts/ops-texts.ts";
import { errorWords } from "../shared/error-words.ts";
import { clock, dayAndClock, decimal, duration, percent } from "../shared/formats.ts";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";
import { ruleWords } from "../shared/reason-words.ts";
import { reasonBars, shareOf } from "./today.ts";
import { StandardCard } from "./StandardCard.tsx";
import { useToday } from "./use-ops.ts";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: `4px ${tokens.spacingHorizontalM}`, marginBottom: tokens.spacingVerticalM },
  lead: { color: tokens.colorNeutralForeground3 },
  age: { marginLeft: "auto", color: tokens.colorNeutralForeground3 },
  tiles: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(210px, 1fr))", gap: tokens.spacingHorizontalM, "@media (max-width: 560px)": { gridTemplateColumns: "1fr 1fr" } },
  tile: { padding: "16px 18px", minWidth: 0, gap: "4px", borderRadius: tokens.borderRadiusXLarge },
  figure: { fontSize: "36px", lineHeight: "42px", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  label: { color: tokens.colorNeutralForeground2 },
  note: { color: tokens.colorNeutralForeground3 },
  wide: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(300px, 100%), 1fr))", gap: tokens.spacingHorizontalM, marginTop: tokens.spacingHorizontalM },
  bars: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "10px" },
  bar: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: "4px 8px" },
  track: { gridColumnEnd: "span 2", height: "8px", borderRadius: "4px", backgroundColor: tokens.colorNeutralBackground4, overflow: "hidden" },
  fill: { height: "100%", borderRadius: "4px", backgroundColor: tokens.colorCompoundBrandBackground, "@media (forced-colors: active)": { backgroundColor: "Highlight" } },
  pairs: { display: "grid", gridTemplateColumns: "1fr auto", gap: "8px 12px", margin: 0, alignItems: "baseline", "& dd": { margin: 0, textAlign: "right" } },
  strong: { fontVariantNumeric: "tabular-nums" },
});

export function TodayPanel() {
  const { language } = usePreferences();
  const say = useTexts(opsTexts);
  const common = useCommon();
  const styles = useStyles();
  const { analytics, at, failed, fetching, refresh } = useToday();
  return (
    <section aria-labelledby="today" data-testid="today">
      <div className={styles.head}>
        <Subtitle1 as="h2" id="today">{say("today")}</Subtitle1>
        {analytics && <Text className={styles.lead} size={200}>{say("today.lead", { from: dayAndClock(analytics.from, language) })}</Text>}
        <Text className={styles.age} size={200} aria-live="off">{at > 0 && say("data.at", { time: clock(at, language) })}</Text>
        <Button size="small" appearance="subtle" icon={<ArrowSyncRegular />} onClick={refresh} disabled={fetching}>{say("refresh")}</Button>
      </div>
      {failed ? <Text role="alert">{say("failed", { why: errorWords(failed, language) })}</Text> : null}
      {!analytics && !failed && <Spinner label={common("loading")} />}
      {analytics && <Counts analytics={analytics} />}
    </section>
  );
}

function Counts({ analytics }: { analytics: Analytics }) {
  const { language } = usePreferences();
  const say = useTexts(opsTexts);
  const styles = useStyles();
  const share = (part: number): string | null => {
    const value = shareOf(part, analytics);
    return value === null ? null : say("count.share", { percent: percent(value, language) });
  };
  const wait = (ms: number | null): string => (ms === null ? say("none-yet") : duration(ms, language));
  const rating = ({ mean, n }: { mean: number | null; n: number }): ReactNode =>
    mean === null ? <Text className={styles.note}>{say("none-yet")}</Text>
      : <><Text weight="semibold" className={styles.strong}>{say("csat.of5", { mean: decimal(mean, language) })}</Text> <Text size={200} className={styles.note}>({say("csat.n", { n })})</Text></>;
  const bars = reasonBars(analytics.reasons);
  return (
    <>
      <div className={styles.tiles}>
        <Tile label={say("count.conversations")} value={analytics.conversations} note={say("count.turns", { n: analytics.turns })} />
        <Tile label={say("count.bot")} value={analytics.handledByBot} note={share(analytics.handledByBot)} />
        <Tile label={say("count.escalated")} value={analytics.escalated} note={share(analytics.escalated)} />
        <Tile label={say("count.waiting")} value={analytics.waiting} note={say("count.accepted", { n: analytics.accepted })} />
      </div>
      <div className={styles.wide}>
        <Card className={styles.tile}>
          <Subtitle2 as="h3">{say("reasons")}</Subtitle2>
          {bars.length === 0 && <Text className={styles.note}>{say("reasons.none")}</Text>}
          <ul className={styles.bars} data-testid="reasons">
            {bars.map((bar) => (
              <li key={bar.rule} className={styles.bar}>
                <Text>{ruleWords(bar.rule, language)}</Text>
                <Text weight="semibold" className={styles.strong}>{bar.count}</Text>
                <div className={styles.track} aria-hidden><div className={styles.fill} style={{ width: `${Math.round(bar.share * 100)}%` }} /></div>
              </li>
            ))}
          </ul>
        </Card>
        <Card className={styles.tile}>
          <Subtitle2 as="h3">{say("wait")}</Subtitle2>
          <dl className={styles.pairs}>
            <dt><Text>{say("wait.p50")}</Text></dt><dd><Text weight="semibold" className={styles.strong}>{wait(analytics.waitMs.p50)}</Text></dd>
            <dt><Text>{say("wait.p95")}</Text></dt><dd><Text weight="semibold" className={styles.strong}>{wait(analytics.waitMs.p95)}</Text></dd>
          </dl>
          <Text size={200} className={styles.note}>{say("wait.n", { n: analytics.waitMs.n })} · {say("count.abandoned", { n: analytics.abandoned })} · {say("count.returned", { n: analytics.returned })}</Text>
        </Card>
        <Card className={styles.tile}>
          <Subtitle2 as="h3">{say("csat")}</Subtitle2>
          <dl className={styles.pairs}>
            <dt><Text>{say("csat.bot")}</Text></dt><dd>{rating(analytics.csat.bot)}</dd>
            <dt><Text>{say("csat.human")}</Text></dt><dd>{rating(analytics.csat.human)}</dd>
          </dl>
        </Card>
      </div>
      <StandardCard behaviours={analytics.behaviours} />
    </>
  );
}

function Tile({ label, value, note }: { label: string; value: number; note: string | null }) {
  const styles = useStyles();
  const { language } = usePreferences();
  return (
    <Card className={styles.tile}>
      <Text className={styles.label}>{label}</Text>
      <span className={styles.figure}>{decimal(value, language)}</span>
      {note !== null && <Text size={200} className={styles.note}>{note}</Text>}
    </Card>
  );
}
