import { useEffect } from "react";
import { opsTexts } from "../texts/ops-texts.ts";
import { useCommon, useTexts } from "../shared/preferences.tsx";
import { SignedInOnly } from "../shared/SignIn.tsx";
import { useSession } from "../shared/session.tsx";
import { Ops } from "./Ops.tsx";

export function OpsPage() {
  const say = useTexts(opsTexts);
  const common = useCommon();
  const { session } = useSession();
  useEffect(() => {
    document.title = `${say("title")} · ${common("brand")}`;
  }, [say, common]);
  return <SignedInOnly page={say("title")}>{session.status === "signed-in" && <Ops me={session.me} />}</SignedInOnly>;
}
