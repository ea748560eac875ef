import { Badge, Card, Spinner, Subtitle1, Subtitle2, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { PolicyView, SettingField } from "../../api/contract.ts";
import { opsTexts } from "../texts/ops-texts.ts";
import { errorWords } from "../shared/error-words.ts";
import { dayAndClock, decimal } from "../shared/formats.ts";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";
import { ruleWords } from "../shared/reason-words.ts";
import { settingWords } from "./setting-words.ts";
import { usePolicy } from "./use-ops.ts";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: `4px ${tokens.spacingHorizontalM}` },
  lead: { color: tokens.colorNeutralForeground2, display: "block", marginTop: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
  order: { display: "flex", flexWrap: "wrap", gap: "6px", margin: `${tokens.spacingVerticalM} 0`, padding: 0, listStyle: "none" },
  step: { display: "inline-flex", alignItems: "center", gap: "6px", padding: "4px 12px 4px 5px", borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}` },
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))", gap: tokens.spacingHorizontalM },
  field: { padding: "16px 18px", gap: "8px", borderRadius: tokens.borderRadiusXLarge },
  name: { display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: "12px" },
  live: { fontSize: "24px", lineHeight: "28px", fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", color: tokens.colorBrandForeground1, whiteSpace: "nowrap" },
  facts: { display: "flex", flexWrap: "wrap", gap: "2px 14px", color: tokens.colorNeutralForeground3 },
  track: { position: "relative", height: "6px", borderRadius: "3px", backgroundColor: tokens.colorNeutralBackground4, margin: "4px 6px" },
  at: { position: "absolute", top: "-4px", width: "14px", height: "14px", borderRadius: "50%", transform: "translateX(-50%)", backgroundColor: tokens.colorBrandBackground, border: `2px solid ${tokens.colorNeutralBackground1}`, boxSizing: "border-box" },
  default: { position: "absolute", top: "-3px", width: "2px", height: "12px", transform: "translateX(-50%)", backgroundColor: tokens.colorNeutralForeground3 },
});

/** The version a new installation starts with; people write the reasons of all later ones, in their own words. */
const firstVersion = 1;

/** In the order of core/policy.ts: the order is the policy. */
const rules = ["safety", "asked-for-human", "people-topic", "needs-empathy", "distress", "decline", "stuck", "bot-failure", "person-wanted"] as const;

export function PolicyPanel() {
  const { language } = usePreferences();
  const say = useTexts(opsTexts);
  const common = useCommon();
  const styles = useStyles();
  const { policy, failed } = usePolicy();
  return (
    <section aria-labelledby="policy" data-testid="policy">
      <div className={styles.head}>
        <Subtitle1 as="h2" id="policy">{say("policy")}</Subtitle1>
        {policy && <Badge appearance="tint" color="brand" size="large" data-testid="policy-version">{say("policy.version", { version: policy.version })}</Badge>}
        {policy && <Text size={200} className={styles.quiet}>{say("policy.by", { author: policy.author, when: dayAndClock(policy.at, language) })}</Text>}
      </div>
      {policy && policy.why !== "" && <Text className={styles.lead}>{say("policy.why")}: {policy.version === firstVersion ? say("policy.first") : policy.why}</Text>}
      <Text className={styles.lead}>{say("order.lead")} {say("policy.always")}</Text>
      <ol className={styles.order} aria-label={say("order")}>
        {rules.map((rule, i) => <li key={rule} className={styles.step}><Badge appearance="tint" color="brand" aria-hidden>{i + 1}</Badge><Text>{ruleWords(rule, language)}</Text></li>)}
      </ol>
      {failed ? <Text role="alert">{say("failed", { why: errorWords(failed, language) })}</Text> : null}
      {!policy && !failed && <Spinner label={common("loading")} />}
      {policy && <div className={styles.fields}>{policy.fields.map((field) => <Setting key={field.name} field={field} policy={policy} />)}</div>}
    </section>
  );
}

function Setting({ field, policy }: { field: SettingField; policy: PolicyView }) {
  const { language } = usePreferences();
  const say = useTexts(opsTexts);
  const styles = useStyles();
  const words = settingWords(field, language);
  const set = policy.settings[field.name];
  // Where the languages differ, the bar shows the reader's own and the number both.
  const live = typeof set === "number" ? set : set[language];
  const number = (value: number): string => decimal(value, language);
  const shown = typeof set === "number" ? number(set) : `ES ${number(set.es)} · EN ${number(set.en)}`;
  const along = (value: number): string => `${((value - field.min) / (field.max - field.min)) * 100}%`;
  return (
    <Card className={styles.field} data-testid="setting" data-setting={field.name}>
      <div className={styles.name}>
        <Subtitle2 as="h3">{words.name}</Subtitle2>
        <span className={styles.live} aria-label={`${say("field.live")}: ${shown}`}>{shown}</span>
      </div>
      <div className={styles.track} aria-hidden><span className={styles.default} style={{ left: along(field.default) }} /><span className={styles.at} style={{ left: along(live) }} /></div>
      <Text size={200} className={styles.facts}>
        <span>{say("field.range")}: {say("field.range.value", { min: number(field.min), max: number(field.max) })}</span>
        <span>{say("field.default")}: {number(field.default)}{live !== field.default && <> · <strong>{say("field.changed")}</strong></>}</span>
        <span>{say(`unit.${field.unit}`)}</span>
      </Text>
      <Text size={300}>{words.why}</Text>
    </Card>
  );
}
