import { Button, Text, Tooltip, makeStyles, tokens } from "@fluentui/react-components";
import { SignOutRegular } from "@fluentui/react-icons";
import type { Me } from "../../api/contract.ts";
import { opsTexts } from "../texts/ops-texts.ts";
import { BrandMark } from "../shared/BrandMark.tsx";
import { DisplayMenu } from "../shared/DisplayMenu.tsx";
import { useCommon, useTexts } from "../shared/preferences.tsx";
import { ServerBanner } from "../shared/ServerBanner.tsx";
import { useSession } from "../shared/session.tsx";
import { PolicyPanel } from "./PolicyPanel.tsx";
import { SuggestionsCard } from "./SuggestionsCard.tsx";
import { TodayPanel } from "./TodayPanel.tsx";
import { useLiveCounts } from "./use-ops.ts";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  mark: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, color: tokens.colorBrandForeground1, marginRight: "auto" },
  page: { color: tokens.colorNeutralForeground2 },
  name: { color: tokens.colorNeutralForeground2, "@media (max-width: 560px)": { display: "none" } },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
  body: { maxWidth: "1120px", margin: "0 auto", padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL} 64px`, display: "flex", flexDirection: "column", gap: "40px", "@media (max-width: 560px)": { padding: "16px 12px 48px", gap: "28px" } },
});

export function Ops({ me }: { me: Me }) {
  const say = useTexts(opsTexts);
  const common = useCommon();
  const styles = useStyles();
  const { signOut } = useSession();
  const stream = useLiveCounts();
  return (
    <>
      <header className={styles.bar}>
        <span className={styles.mark}><BrandMark /><Text as="h1" size={400} weight="semibold">{common("brand")}</Text><Text className={styles.page}>{say("title")}</Text></span>
        <Text className={styles.name}>{me.name}</Text>
        <DisplayMenu />
        <Tooltip content={common("sign-out")} relationship="label"><Button appearance="subtle" icon={<SignOutRegular />} onClick={() => void signOut()} /></Tooltip>
      </header>
      <ServerBanner stream={stream} />
      <div className={styles.scroll}>
        <main className={styles.body}>
          <TodayPanel />
          <SuggestionsCard />
          <PolicyPanel />
        </main>
      </div>
    </>
  );
}
