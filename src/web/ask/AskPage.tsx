import { Button, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { SignOutRegular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { AskShop } from "../shared/AskShop.tsx";
import { BrandMark } from "../shared/BrandMark.tsx";
import { DisplayMenu } from "../shared/DisplayMenu.tsx";
import { useCommon, useTexts } from "../shared/preferences.tsx";
import { SignedInOnly } from "../shared/SignIn.tsx";
import { useSession } from "../shared/session.tsx";
import { whisperTexts } from "../texts/whisper-texts.ts";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  mark: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, color: tokens.colorBrandForeground1, marginRight: "auto" },
  page: { color: tokens.colorNeutralForeground2, "@media (max-width: 400px)": { display: "none" } },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
  body: { maxWidth: "640px", margin: "0 auto", padding: "20px 14px 48px", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  intro: { color: tokens.colorNeutralForeground2 },
});

/** The shop's knowledge in the pocket of whoever stands in the shop. */
export function AskPage() {
  const say = useTexts(whisperTexts);
  const common = useCommon();
  const styles = useStyles();
  const { session, signOut } = useSession();
  useEffect(() => {
    document.title = `${say("ask.page")} · ${common("brand")}`;
  }, [say, common]);
  return (
    <SignedInOnly page={say("ask.page")}>
      {session.status === "signed-in" && (
        <>
          <header className={styles.bar}>
            <span className={styles.mark}><BrandMark /><Text as="h1" size={400} weight="semibold">{common("brand")}</Text><Text className={styles.page}>{say("ask.page")}</Text></span>
            <DisplayMenu />
            <Tooltip content={common("sign-out")} relationship="label"><Button appearance="subtle" icon={<SignOutRegular />} onClick={() => void signOut()} /></Tooltip>
          </header>
          <div className={styles.scroll}>
            <main className={styles.body}>
              <Text className={styles.intro}>{say("ask.intro")}</Text>
              <AskShop language={null} onInsert={null} />
            </main>
          </div>
        </>
      )}
    </SignedInOnly>
  );
}
