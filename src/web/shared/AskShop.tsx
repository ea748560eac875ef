import { Button, Input, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AskAnswer } from "../../api/contract.ts";
import { whisperTexts } from "../texts/whisper-texts.ts";
import { usePreferences, useTexts } from "./preferences.tsx";
import { useApi } from "./session.tsx";

const useStyles = makeStyles({
  form: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center", flexWrap: "wrap" },
  input: { flexGrow: 1, minWidth: "160px" },
  answers: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM },
  answer: { display: "flex", flexDirection: "column", gap: "6px", padding: "10px 12px", borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/**
 * Any question to the shop's knowledge.
 *
 * @param language of the answers: a customer's where they go into a message; null takes the question's own
 * @param onInsert puts an answer's first paragraph into a message; null where there is none to put it into
 */
export function AskShop({ language, onInsert }: { language: string | null; onInsert: ((text: string) => void) | null }) {
  const say = useTexts(whisperTexts);
  const styles = useStyles();
  const api = useApi();
  const { language: own } = usePreferences();
  const [text, setText] = useState("");
  const [question, setQuestion] = useState("");
  const { data, isFetching, error } = useQuery({
    queryKey: ["ask", question, language],
    enabled: question !== "",
    queryFn: () => api.get<AskAnswer>(`/ask?q=${encodeURIComponent(question)}${language === null ? "" : `&language=${language}`}`),
  });
  return (
    <div>
      <form className={styles.form} role="search" onSubmit={(event) => { event.preventDefault(); setQuestion(text.trim()); }}>
        <Input className={styles.input} value={text} maxLength={500} aria-label={say("ask.label")} placeholder={say("ask.placeholder")} onChange={(_, { value }) => setText(value)} data-testid="ask-question" />
        <Button type="submit" icon={<SearchRegular />} disabled={text.trim() === ""} data-testid="ask-send">{say("ask.send")}</Button>
      </form>
      <div className={styles.answers} aria-live="polite">
        {isFetching && <Spinner size="tiny" />}
        {!isFetching && error && <Text role="alert">{say("ask.failed")}</Text>}
        {!isFetching && data?.answers.length === 0 && <Text data-testid="ask-none">{say("ask.none")}</Text>}
        {!isFetching && data?.answers.map((answer) => (
          <article key={answer.source + answer.text} className={styles.answer} data-testid="ask-answer">
            <Text className={styles.text} lang={language ?? own}>{answer.text}</Text>
            <Text size={200} className={styles.quiet}>{say("ask.source", { source: answer.source })}</Text>
            {onInsert && <div><Button size="small" onClick={() => onInsert(answer.text.split("\n\n", 1)[0] ?? "")} data-testid="ask-insert">{say("ask.insert")}</Button></div>}
          </article>
        ))}
      </div>
    </div>
  );
}
