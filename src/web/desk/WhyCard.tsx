import { Link, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { ArrowRightRegular, PersonArrowRightRegular } from "@fluentui/react-icons";
import type { TicketView } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { intentTitles } from "../shared/intent-titles.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { intentTitle, reasonWords, ruleWords } from "../shared/reason-words.ts";
import type { WhyHere } from "./story.ts";
import { triedWords } from "./tried-words.ts";

const useStyles = makeStyles({
  card: {
    display: "grid", gridTemplateColumns: "auto 1fr", columnGap: "12px", rowGap: "2px", padding: "12px 16px",
    backgroundColor: tokens.colorBrandBackground2, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0, maxHeight: "42%", overflowY: "auto", "@media (max-width: 480px)": { padding: "8px 12px", columnGap: "8px" },
  },
  icon: { fontSize: "20px", color: tokens.colorBrandForeground1, gridRowEnd: "span 3", marginTop: "1px" },
  head: { display: "flex", alignItems: "baseline", flexWrap: "wrap", columnGap: "8px" },
  policy: { color: tokens.colorNeutralForeground3, "@media (max-width: 480px)": { display: "none" } },
  link: { fontSize: "inherit", lineHeight: "inherit" },
  facts: { display: "grid", gridTemplateColumns: "max-content 1fr", columnGap: "10px", rowGap: "2px", marginTop: "4px", "@media (max-width: 480px)": { gridTemplateColumns: "1fr" } },
  more: { justifySelf: "start", fontSize: tokens.fontSizeBase200 },
  label: { color: tokens.colorNeutralForeground3 },
  quote: { overflowWrap: "anywhere", display: "-webkit-box", WebkitLineClamp: 3, WebkitBoxOrient: "vertical", overflow: "hidden" },
});

/** On a phone the reason is read at once, and what it rests on when asked: the conversation needs the room. */
const phone = "(max-width: 480px)";

/** Why this conversation came to a person: above everything else, in words, with values, thresholds and the message that did it. */
export function WhyCard({ ticket, why, onJump }: { ticket: TicketView; why: WhyHere | null; onJump(turnId: string): void }) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const styles = useStyles();
  const [opened, setOpened] = useState(() => !window.matchMedia(phone).matches);
  const reason = why?.reason ?? ticket.reason;
  const tried = why ? why.tried.map((one) => triedWords(one, (intent) => intentTitle(intent, intentTitles, language), language)) : [];
  return (
    <section className={styles.card} tabIndex={0} aria-label={say("why")} data-testid="why" data-rule={reason.rule}>
      <PersonArrowRightRegular className={styles.icon} aria-hidden />
      <div className={styles.head}>
        <Text weight="semibold">{say("why")}: {ruleWords(reason.rule, language)}</Text>
        {why && why.policyVersion !== null && <Text size={200} className={styles.policy}>{say("why.policy", { version: why.policyVersion })}</Text>}
      </div>
      <Text>{reasonWords(reason, intentTitles, language)}</Text>
      {why && !opened && <Link as="button" className={styles.more} onClick={() => setOpened(true)} data-testid="why-more">{say("why.more")}</Link>}
      {why && opened && (
        <div className={styles.facts}>
          {why.corrections.length > 0 && (
            <>
              <Text size={200} weight="semibold">{say("why.corrected")}</Text>
              <div data-testid="corrections">
                {why.corrections.map(({ turnId, text }) => <Text key={turnId} size={200} weight="semibold" block className={styles.quote} lang={ticket.language}>{`“${text}”`}</Text>)}
              </div>
            </>
          )}
          <Text size={200} className={styles.label}>{say("why.message")}</Text>
          <Text size={200}>
            <span className={styles.quote} lang={ticket.language}>{why.message.text !== "" ? `“${why.message.text}”` : say("why.control")}</span>
            <Link inline className={styles.link} onClick={() => onJump(why.turnId)}>{say("why.jump")} <ArrowRightRegular aria-hidden /></Link>
          </Text>
          <Text size={200} className={styles.label}>{say("why.tried")}</Text>
          <Text size={200}>{tried.length > 0 ? tried.join("; ") : say("why.tried.nothing")}</Text>
        </div>
      )}
    </section>
  );
}
