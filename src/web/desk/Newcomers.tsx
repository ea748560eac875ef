import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { deskTexts } from "../texts/desk-texts.ts";
import { usePreferences, useTexts } from "../shared/preferences.tsx";
import { ruleWords } from "../shared/reason-words.ts";
import { customerName } from "./customer-name.ts";
import { newcomers } from "./line-state.ts";
import type { Row } from "./line-state.ts";

const useStyles = makeStyles({
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

/** Tells screen readers, once, who has joined the line, and counts the waiting in the title of the tab. */
export function Newcomers({ waiting, ready }: { waiting: Row[]; ready: boolean }) {
  const { language } = usePreferences();
  const say = useTexts(deskTexts);
  const styles = useStyles();
  const known = useRef<Row[] | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (!ready) return;
    const fresh = known.current === null ? [] : newcomers(known.current, waiting);
    known.current = waiting;
    if (fresh.length > 0) setWords(fresh.map((row) => say("line.new", { customer: customerName(row.customer, language), reason: ruleWords(row.reason.rule, language) })).join(". "));
  }, [waiting, ready, language, say]);
  useEffect(() => {
    const bare = document.title.replace(/^\(\d+\) /, "");
    document.title = waiting.length > 0 ? `(${waiting.length}) ${bare}` : bare;
  }, [waiting.length, say]);
  return <div className={styles.unseen} aria-live="polite">{words}</div>;
}
