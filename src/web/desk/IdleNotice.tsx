import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Presence } from "../../api/contract.ts";
import { deskTexts } from "../texts/desk-texts.ts";
import { useTexts } from "../shared/preferences.tsx";
import type { Idle } from "./idle.ts";

/** Warns before the desk goes away by itself, and says so afterwards. */
export function IdleNotice({ idle, presence, wentAway, onHere, onBack }: { idle: Idle; presence: Presence; wentAway: boolean; onHere(): void; onBack(): void }) {
  const say = useTexts(deskTexts);
  if (idle.state === "warning" && presence === "available") {
    return (
      <MessageBar intent="warning" role="alert">
        <MessageBarBody>{say("away.soon", { n: idle.secondsLeft })}</MessageBarBody>
        <MessageBarActions><Button size="small" onClick={onHere}>{say("away.here")}</Button></MessageBarActions>
      </MessageBar>
    );
  }
  if (wentAway && presence === "away") {
    return (
      <MessageBar intent="info" role="status">
        <MessageBarBody>{say("away.done")}</MessageBarBody>
        <MessageBarActions><Button size="small" onClick={onBack}>{say("away.back")}</Button></MessageBarActions>
      </MessageBar>
    );
  }
  return null;
}
