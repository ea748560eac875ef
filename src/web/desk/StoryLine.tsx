import { Badge, Text, Tooltip, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AttachRegular, BotRegular, LockClosedRegular, PersonRegular } from "@fluentui/react-icons";
import type { Language } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { clock, dayAndClock } from "../shared/formats.ts";
import { useCommon, usePreferences, useTexts } from "../shared/preferences.tsx";
import { ruleWords } from "../shared/reason-words.ts";
import { ReadingLine } from "./ReadingLine.tsx";
import type { StoryItem } from "./story.ts";

export const useStoryStyles = makeStyles({
  line: { display: "flex", flexDirection: "column", maxWidth: "min(78%, 640px)", gap: "3px", "@media (max-width: 640px)": { maxWidth: "90%" } },
  customer: { alignSelf: "flex-start", alignItems: "flex-start" },
  ours: { alignSelf: "flex-end", alignItems: "flex-end" },
  who: { display: "flex", alignItems: "center", gap: "5px", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, padding: "0 4px" },
  bubble: { padding: "8px 12px", borderRadius: "14px", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  customerBubble: { backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderBottomLeftRadius: "4px" },
  assistantBubble: { backgroundColor: tokens.colorNeutralBackground4, borderBottomRightRadius: "4px" },
  personBubble: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, borderBottomRightRadius: "4px" },
  culprit: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "2px" },
  mark: { alignSelf: "stretch", display: "flex", alignItems: "center", gap: "12px", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, textAlign: "center", justifyContent: "center" },
  rule: { flexGrow: 1, height: "1px", backgroundColor: tokens.colorNeutralStroke2, minWidth: "12px" },
  handoff: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  handoffRule: { backgroundColor: tokens.colorBrandStroke2 },
  notice: { alignSelf: "center", textAlign: "center", maxWidth: "min(90%, 560px)", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  note: { alignSelf: "stretch", padding: "8px 12px", borderRadius: tokens.borderRadiusLarge, border: `1px dashed ${tokens.colorPaletteMarigoldBorderActive}`, backgroundColor: tokens.colorPaletteMarigoldBackground1, whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  failed: { color: tokens.colorPaletteRedForeground1 },
  control: { fontStyle: "italic", color: tokens.colorNeutralForeground2 },
});

type Props = { item: StoryItem; conversationId: string; customer: string; customerLanguage: Language; culprit: boolean };

/** One line of the story. What customers and agents wrote is text here, whatever markup it holds. */
export function StoryLine({ item, conversationId, customer, customerLanguage, culprit }: Props) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const common = useCommon();
  const styles = useStoryStyles();
  const time = <Tooltip content={dayAndClock(item.at, language)} relationship="description"><time dateTime={item.at}>{clock(item.at, language)}</time></Tooltip>;
  switch (item.kind) {
    case "turn":
      return (
        <div className={mergeClasses(styles.line, styles.customer)} id={`turn-${item.turnId}`} tabIndex={-1} data-turn={item.turnId}>
          <span className={styles.who}><PersonRegular aria-hidden />{customer} · {time}</span>
          <div className={mergeClasses(styles.bubble, styles.customerBubble, culprit && styles.culprit)}>
            {item.text !== "" && <span lang={customerLanguage}>{item.text}</span>}
            {item.text === "" && item.control && <span className={styles.control}>{say(`control.${item.control}`)}{item.rating !== null && `: ${item.rating}`}</span>}
            {item.attachments.map((one) => <div key={one.url}><AttachRegular aria-hidden /> {say("attachment", { name: one.name })}</div>)}
          </div>
          {item.text !== "" && <ReadingLine item={item} conversationId={conversationId} customerLanguage={customerLanguage} />}
        </div>
      );
    case "reply":
      return (
        <div className={mergeClasses(styles.line, styles.ours)}>
          <span className={styles.who}>
            {item.author === "person" ? <PersonRegular aria-hidden /> : <BotRegular aria-hidden />}
            {item.author === "person" && item.name ? `${item.name} (${common("author.person").toLowerCase()})` : common(`author.${item.author}`)} · {time}
            {item.failed && <Badge color="danger" appearance="tint">{say("mark.reply-failed")}</Badge>}
          </span>
          <div className={mergeClasses(styles.bubble, item.author === "person" ? styles.personBubble : styles.assistantBubble)} lang={customerLanguage}>{item.text}</div>
        </div>
      );
    case "note":
      return (
        <div className={styles.note} role="note" data-testid="note">
          <span className={styles.who}><LockClosedRegular aria-hidden />{say("note.from", { name: item.name })} · {time}</span>
          <div>{item.text}</div>
        </div>
      );
    case "notice":
      return <div className={styles.notice} lang={customerLanguage}>{item.text}</div>;
    case "handoff":
      return (
        <div className={mergeClasses(styles.mark, styles.handoff)}>
          <span className={mergeClasses(styles.rule, styles.handoffRule)} />
          <Text size={200} weight="semibold">{say("mark.handoff", { rule: ruleWords(item.reason.rule, language) })} · {clock(item.at, language)}</Text>
          <span className={mergeClasses(styles.rule, styles.handoffRule)} />
        </div>
      );
    case "mark":
      return (
        <div className={styles.mark}>
          <span className={styles.rule} />
          <span>{markWords(item, say, language)} · {time}</span>
          <span className={styles.rule} />
        </div>
      );
  }
}

function markWords(item: Extract<StoryItem, { kind: "mark" }>, say: ReturnType<typeof useTexts<typeof deskTexts>>, language: Language): string {
  const { disposition, rule } = item.values;
  const key = `disposition.${disposition}`;
  const words = key in deskTexts ? say(key as keyof typeof deskTexts) : String(disposition ?? "");
  return say(`mark.${item.mark}` as keyof typeof deskTexts, { ...item.values, disposition: words.toLowerCase(), ...(rule === undefined ? {} : { rule: ruleWords(String(rule), language) }) });
}
