import { useEffect } from "react";
import { deskTexts } from "../texts/desk-texts.ts";
import { useCommon, useTexts } from "../shared/preferences.tsx";
import { SignedInOnly } from "../shared/SignIn.tsx";
import { useSession } from "../shared/session.tsx";
import { Desk } from "./Desk.tsx";

export function DeskPage() {
  const say = useTexts(deskTexts);
  const common = useCommon();
  const { session } = useSession();
  useEffect(() => {
    document.title = `${say("title")} · ${common("brand")}`;
  }, [say, common]);
  return <SignedInOnly page={say("title")}>{session.status === "signed-in" && <Desk me={session.me} />}</SignedInOnly>;
}
