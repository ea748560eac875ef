import { Badge, Button, Link, Spinner, Subtitle2, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular, DismissRegular, EyeOffRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Suggestion, Whisper } from "../../api/contract.ts";
import { whisperTexts } from "../texts/whisper-texts.ts";
import { jumpToTurn } from "./jump-to-turn.ts";
import { markedParts } from "./open-slots.ts";
import { BehavioursPart } from "./BehavioursPart.tsx";
import { deskTexts } from "../texts/desk-texts.ts";
import { dayAndClock, percent } from "../shared/formats.ts";
import { AskShop } from "../shared/AskShop.tsx";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, overflowY: "auto" },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, minHeight: "48px", flexShrink: 0, boxSizing: "border-box", position: "sticky", top: 0, backgroundColor: tokens.colorNeutralBackground2, zIndex: 1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  narrowOnly: { display: "none", "@media (max-width: 900px)": { display: "inline-flex" } },
  only: { display: "inline-flex", alignItems: "center", gap: "4px", color: tokens.colorNeutralForeground3, marginLeft: "auto", fontSize: tokens.fontSizeBase200 },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL, padding: tokens.spacingHorizontalM },
  part: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { color: tokens.colorNeutralForeground2 },
  facts: { display: "grid", gridTemplateColumns: "max-content 1fr", columnGap: "12px", rowGap: "6px", margin: 0, "& dt": { color: tokens.colorNeutralForeground3 }, "& dd": { margin: 0, overflowWrap: "anywhere" } },
  suggestion: { display: "flex", flexDirection: "column", gap: "6px", padding: "10px 12px", borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  row: { display: "flex", alignItems: "center", gap: "6px", "& > *": { flexShrink: 0 } },
  source: { color: tokens.colorNeutralForeground3, "&&": { flexShrink: 1 }, minWidth: 0, overflowWrap: "anywhere" },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  open: { backgroundColor: tokens.colorPaletteYellowBackground2, color: tokens.colorNeutralForeground1, borderRadius: tokens.borderRadiusSmall },
  filled: { textDecorationLine: "underline", textDecorationStyle: "dotted", backgroundColor: "transparent", color: "inherit" },
  quiet: { color: tokens.colorNeutralForeground3 },
  keep: { marginLeft: "auto" },
  list: { margin: 0, paddingLeft: "18px" },
});

type Props = {
  whisper: Whisper | null;
  failed: unknown;
  asked: boolean;
  answered: boolean;
  customerLanguage: string;
  suggestions: Suggestion[];
  mood: ReactNode;
  onInsert(n: number): void;
  onInsertText(text: string): void;
  onDismiss(suggestion: Suggestion): void;
  onBack(): void;
};

/** What only the agent sees: the brief, up to three suggestions, and who the customer is. Nothing here sends anything. */
export function WhisperPane({ whisper, failed, asked, answered, customerLanguage, suggestions, mood, onInsert, onInsertText, onDismiss, onBack }: Props) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const ownSay = useTexts(whisperTexts);
  const common = useCommon();
  const styles = useStyles();
  const kindWords = (kind: string): string => (`kind.${kind}` in deskTexts ? say(`kind.${kind}` as keyof typeof deskTexts) : kind);
  return (
    <aside className={styles.pane} aria-label={say("whisper")} data-testid="whisper">
      <div className={styles.head}>
        <Button className={styles.narrowOnly} appearance="subtle" icon={<ArrowLeftRegular />} aria-label={say("back.conversation")} onClick={onBack} />
        <Subtitle2 as="h2">{say("whisper")}</Subtitle2>
        <span className={styles.only}><EyeOffRegular aria-hidden />{say("whisper.only-you")}</span>
      </div>
      <div className={styles.body}>
        {!asked && <Text className={styles.quiet}>{say("whisper.none")}</Text>}
        {asked && !whisper && (failed ? <Text role="alert">{say("whisper.failed")}</Text> : <Spinner size="small" label={common("loading")} />)}
        {whisper && (
          <>
            <section className={styles.part}>
              <Text as="h3" weight="semibold" className={styles.title}>{say("whisper.brief")}</Text>
              <dl className={styles.facts}>
                <FactLine label={ownSay("brief.whyNow")}>{whisper.brief.whyNow} <BriefLink turnId={whisper.briefTurns.whyNow} /></FactLine>
                <FactLine label={say("whisper.wants")}>{whisper.brief.wants} <BriefLink turnId={whisper.briefTurns.wants} /></FactLine>
                <FactLine label={say("whisper.tried")}>{whisper.brief.tried} <BriefLink turnId={whisper.briefTurns.tried} /></FactLine>
                <FactLine label={say("whisper.promised")}>{whisper.briefTurns.promised.map(({ text, turnId }) => <div key={text}>{text} <BriefLink turnId={turnId} /></div>)}</FactLine>
                <FactLine label={say("whisper.advice")}>{whisper.brief.advice} <BriefLink turnId={whisper.briefTurns.advice} /></FactLine>
                <FactLine label={ownSay("brief.avoid")}>{whisper.brief.avoid} <BriefLink turnId={whisper.briefTurns.advice} /></FactLine>
              </dl>
            </section>
            <section className={styles.part}>
              <Text as="h3" weight="semibold" className={styles.title}>{say("whisper.suggestions")}</Text>
              {answered
                ? <Text size={200} className={styles.quiet}>{say("whisper.answered")}</Text>
                : <Text size={200} className={styles.quiet}>{suggestions.length > 0 ? say("whisper.suggestions.hint") : say("whisper.no-suggestions")}</Text>}
              {!answered && suggestions.map((one, i) => (
                <article key={one.id} className={styles.suggestion} data-testid="suggestion">
                  <div className={styles.row}>
                    <Badge appearance="tint" color="brand" aria-hidden>{i + 1}</Badge>
                    <Text size={200} weight="semibold">{kindWords(one.kind)}</Text>
                    <Text size={200} className={styles.source} data-testid="suggestion-source">{sourceOf(one, ownSay)}</Text>
                    <Tooltip content={say("whisper.dismiss")} relationship="label">
                      <Button className={styles.keep} size="small" appearance="subtle" icon={<DismissRegular />} onClick={() => onDismiss(one)} />
                    </Tooltip>
                  </div>
                  <Text className={styles.text} lang={customerLanguage}><SuggestionText suggestion={one} /></Text>
                  <Text size={200} className={styles.quiet}>
                    {one.because}{one.because !== "" && " · "}
                    {one.evidence ? say("whisper.evidence", { calmed: one.evidence.calmed, n: one.evidence.n, low: percent(one.evidence.low, language), high: percent(one.evidence.high, language) }) : say("whisper.no-evidence")}
                  </Text>
                  <div><Button size="small" onClick={() => onInsert(i + 1)} aria-keyshortcuts={`Control+${i + 1}`} data-testid="insert">{say("whisper.insert")}</Button></div>
                </article>
              ))}
            </section>
            <section className={styles.part}><BehavioursPart behaviours={whisper.behaviours} /></section>
            {mood}
            <section className={styles.part} tabIndex={-1} data-testid="profile">
              <Text as="h3" weight="semibold" className={styles.title}>{say("whisper.profile")}</Text>
              <Text size={300}>{whisper.profile.conversations <= 1 || whisper.profile.lastAt === null
                ? say("whisper.profile.first")
                : say("whisper.profile.earlier", { n: whisper.profile.conversations, when: dayAndClock(whisper.profile.lastAt, language) })}</Text>
              {[...whisper.profile.facts, ...whisper.profile.notes].length > 0 && (
                <ul className={styles.list}>{[...whisper.profile.facts, ...whisper.profile.notes].map((fact) => <li key={fact}><Text size={300}>{fact}</Text></li>)}</ul>
              )}
              {whisper.profile.advice !== "" && <Text size={300}>{whisper.profile.advice}</Text>}
            </section>
            <section className={styles.part}>
              <Text as="h3" weight="semibold" className={styles.title}>{ownSay("ask")}</Text>
              <AskShop language={customerLanguage} onInsert={onInsertText} />
            </section>
          </>
        )}
      </div>
    </aside>
  );
}

/** Where a suggestion comes from: the article by its title, colleagues, or the house's own replies. */
const sourceOf = ({ kind, source }: Suggestion, say: (key: "ask.source" | "suggestion.house", values?: Record<string, string>) => string): string =>
  kind === "knowledge" ? say("ask.source", { source }) : kind === "practice" ? source : say("suggestion.house");

/** A suggestion's words, with what is to be filled in and what was filled in marked. */
function SuggestionText({ suggestion: { text, filled } }: { suggestion: Suggestion }) {
  const say = useTexts(whisperTexts);
  const styles = useStyles();
  return markedParts(text, filled).map(({ kind, text: words, start }) =>
    (kind === "plain" ? words : <mark key={start} className={styles[kind]} title={say(`suggestion.${kind}`)} data-testid={`suggestion-${kind}`}>{words}</mark>));
}

/** From a line of the brief to the customer's words it rests on. */
function BriefLink({ turnId }: { turnId: string | null }) {
  const say = useTexts(whisperTexts);
  return turnId === null ? null : <Link inline aria-label={say("brief.jump")} title={say("brief.jump")} onClick={() => jumpToTurn(turnId)}>↗</Link>;
}

function FactLine({ label, children }: { label: string; children: ReactNode }) {
  return <><dt><Text size={200}>{label}</Text></dt><dd><Text>{children}</Text></dd></>;
}
