import { Button, Card, Field, Input, MessageBar, MessageBarBody, Spinner, Subtitle1, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { ApiError } from "./api-client.ts";
import { BrandMark } from "./BrandMark.tsx";
import { DisplayMenu } from "./DisplayMenu.tsx";
import { useCommon } from "./preferences.tsx";
import { useSession } from "./session.tsx";

const useStyles = makeStyles({
  ground: {
    flexGrow: 1, display: "grid", placeItems: "center", padding: tokens.spacingHorizontalL, overflow: "auto",
    backgroundImage: `radial-gradient(60rem 30rem at 50% -12rem, ${tokens.colorBrandBackground2Hover}, transparent)`,
  },
  corner: { position: "absolute", top: tokens.spacingVerticalM, right: tokens.spacingHorizontalM },
  card: { width: "min(380px, 100%)", padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`, boxSizing: "border-box", borderRadius: tokens.borderRadiusXLarge },
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, marginBottom: tokens.spacingVerticalS },
  mark: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, color: tokens.colorBrandForeground1, marginBottom: tokens.spacingVerticalM },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  lead: { color: tokens.colorNeutralForeground3 },
});

/** Shows the page to those signed in, and the way in to everyone else. */
export function SignedInOnly({ page, children }: { page: string; children: ReactNode }) {
  const { session, retry } = useSession();
  const say = useCommon();
  const styles = useStyles();
  switch (session.status) {
    case "signed-in":
      return children;
    case "asking":
      return <div className={styles.ground}><Spinner label={say("loading")} /></div>;
    case "unreachable":
      return (
        <div className={styles.ground} role="alert">
          <div className={styles.form}>
            <Text>{say("sign-in.unreachable")}</Text>
            <Button appearance="primary" onClick={retry}>{say("try-again")}</Button>
          </div>
        </div>
      );
    case "signed-out":
      return <SignIn page={page} ended={session.ended} />;
  }
}

function SignIn({ page, ended }: { page: string; ended: boolean }) {
  const { signIn } = useSession();
  const say = useCommon();
  const styles = useStyles();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<"wrong" | "too-many" | "unreachable" | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      await signIn(email.trim(), password);
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      setFault(status === 429 ? "too-many" : status >= 400 && status < 500 ? "wrong" : "unreachable");
      setBusy(false);
    }
  }

  return (
    <main className={styles.ground}>
      <div className={styles.corner}><DisplayMenu /></div>
      <Card className={styles.card}>
        <div className={styles.head}>
          <span className={styles.mark}><BrandMark size={28} /><Text weight="semibold">{say("brand")} · {page}</Text></span>
          <Subtitle1 as="h1">{say("sign-in.title")}</Subtitle1>
          <Text className={styles.lead}>{say("sign-in.lead")}</Text>
        </div>
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          {ended && !fault && <MessageBar intent="info"><MessageBarBody>{say("sign-in.ended")}</MessageBarBody></MessageBar>}
          {fault && <MessageBar intent="error" role="alert"><MessageBarBody>{say(`sign-in.${fault}`)}</MessageBarBody></MessageBar>}
          <Field label={say("sign-in.email")} required>
            <Input type="email" autoComplete="username" value={email} onChange={(_, data) => setEmail(data.value)} autoFocus size="large" />
          </Field>
          <Field label={say("sign-in.password")} required>
            <Input type="password" autoComplete="current-password" value={password} onChange={(_, data) => setPassword(data.value)} size="large" />
          </Field>
          <Button appearance="primary" type="submit" size="large" disabled={busy}>{say("sign-in.go")}</Button>
        </form>
      </Card>
    </main>
  );
}
