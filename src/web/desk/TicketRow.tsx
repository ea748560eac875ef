import { Badge, Button, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClockRegular, ErrorCircleRegular, PauseRegular, WarningRegular, EyeRegular } from "@fluentui/react-icons";
import { deskTexts } from "../texts/desk-texts.ts";
import { EmotionTag } from "../shared/EmotionTag.tsx";
import { clock, duration } from "../shared/formats.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { ruleWords } from "../shared/reason-words.ts";
import { customerName } from "./customer-name.ts";
import type { Row } from "./line-state.ts";
import type { Viewer } from "./viewers.ts";

const useStyles = makeStyles({
  row: {
    position: "relative", display: "flex", flexDirection: "column", gap: "6px", padding: "10px 12px 12px", borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, listStyle: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: { border: `1px solid ${tokens.colorBrandStroke1}`, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2, ":hover": { backgroundColor: tokens.colorBrandBackground2 } },
  head: { display: "flex", alignItems: "center", gap: "8px", minWidth: 0 },
  // The whole row opens the conversation: the button stretches over it, and Take lies above.
  open: {
    border: "none", background: "none", padding: 0, margin: 0, font: "inherit", color: "inherit", textAlign: "left", cursor: "pointer", minWidth: 0, flexGrow: 1,
    "::after": { content: "''", position: "absolute", inset: 0, borderRadius: tokens.borderRadiusLarge },
    ":focus-visible": { outline: "none" },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  name: { display: "block", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  facts: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "6px" },
  wait: { display: "inline-flex", alignItems: "center", gap: "3px", color: tokens.colorNeutralForeground2, whiteSpace: "nowrap", fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  foot: { display: "flex", alignItems: "flex-end", gap: "8px" },
  last: { color: tokens.colorNeutralForeground2, display: "-webkit-box", WebkitLineClamp: 2, WebkitBoxOrient: "vertical", overflow: "hidden", overflowWrap: "anywhere" },
  take: { position: "relative", zIndex: 1, marginLeft: "auto", flexShrink: 0 },
  place: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
});

/** `taken`: a colleague has it, so there is nothing to take. */
type Props = { row: Row; mine: boolean; taken?: boolean; selected: boolean; now: number; busy: boolean; viewers: readonly Viewer[]; onOpen(): void; onTake(): void };

export function TicketRow({ row, mine, taken = false, selected, now, busy, viewers, onOpen, onTake }: Props) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const styles = useStyles();
  const name = customerName(row.customer, language);
  const place = say("line.place", { n: row.place ?? 0, skill: say(`skill.${row.agentSkill}`) });
  return (
    <li className={mergeClasses(styles.row, selected && styles.selected)} data-testid="ticket-row" data-ticket={row.id} data-status={row.status}>
      <div className={styles.head}>
        {row.place !== null && !mine && <Badge className={styles.place} appearance="tint" color="brand" title={place} aria-label={place}>{row.place}</Badge>}
        <button type="button" className={styles.open} onClick={onOpen} aria-current={selected}>
          <Text weight="semibold" className={styles.name}>{name}</Text>
        </button>
        <Badge appearance="outline" size="small" color="informative" aria-label={say("composer.language", { language: row.language.toUpperCase() })}>{row.language.toUpperCase()}</Badge>
        {mine && row.unansweredSince !== null && row.heldUntil === null && <Unanswered ms={now - row.unansweredSince} />}
        {!mine && !taken && <span className={styles.wait} title={say("line.waits", { time: duration(now - row.since, language) })}><ClockRegular aria-hidden />{duration(now - row.since, language)}</span>}
      </div>
      <div className={styles.facts}>
        {row.status === "offered" && <Badge className={styles.place} appearance="tint" color="informative" data-testid="offered">{say("line.offered", { agent: row.offer?.agentName ?? "" })}</Badge>}
        {row.heldUntil !== null && <Badge className={styles.place} appearance="tint" color="informative" icon={<PauseRegular />} data-testid="held">{say("line.held", { time: clock(row.heldUntil, language) })}</Badge>}
        <EmotionTag emotion={row.emotion.emotion} />
        <Badge appearance="outline" size="medium" color={row.reason.rule === "safety" ? "danger" : "informative"}>{ruleWords(row.reason.rule, language)}</Badge>
        {row.agentSkill !== "general" && <Badge appearance="outline" color="informative">{say(`skill.${row.agentSkill}`)}</Badge>}
      </div>
      {taken && row.agentName !== null && <Text size={200} weight="semibold">{row.agentName}</Text>}
      {viewers.map(({ id, name, typing }) => <span key={id} className={styles.wait} data-testid="viewer"><EyeRegular aria-hidden />{say(typing ? "viewers.typing" : "viewers.here", { name })}</span>)}
      <div className={styles.foot}>
        <Text size={200} className={styles.last} lang={row.language}>{row.lastText}</Text>
        {!mine && !taken && <Button size="small" className={styles.take} onClick={onTake} disabled={busy} aria-label={say("line.take.who", { customer: name })} data-testid="take">{say("line.take")}</Button>}
      </div>
    </li>
  );
}

/** From here on a waiting customer has begun to wonder, and from there on to be annoyed. Milliseconds. */
const wondersAfter = 2 * 60_000;
const annoyedAfter = 5 * 60_000;

/** How long the customer's first unanswered line has stood there: by words, by shape and by colour. */
function Unanswered({ ms }: { ms: number }) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const time = duration(ms, language);
  const level = ms >= annoyedAfter ? "late" : ms >= wondersAfter ? "soon" : "fresh";
  const looks = {
    fresh: { color: "informative", icon: <ClockRegular aria-hidden /> }, soon: { color: "warning", icon: <WarningRegular aria-hidden /> }, late: { color: "danger", icon: <ErrorCircleRegular aria-hidden /> },
  } as const;
  return <Badge appearance="tint" color={looks[level].color} icon={looks[level].icon} data-testid="unanswered" data-level={level} aria-label={say(`unanswered.${level}`, { time })}>{time}</Badge>;
}
