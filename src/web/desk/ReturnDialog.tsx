import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useCommon, useTexts } from "../shared/preferences.tsx";
import { deskTexts } from "../texts/desk-texts.ts";

/** Back to the assistant, with an errand or without. With one, the customer comes back to the same person first. */
export function ReturnDialog({ open, onClose, onReturn }: { open: boolean; onClose(): void; onReturn(errand: string | null): void }) {
  const say = useTexts(deskTexts);
  const common = useCommon();
  const [errand, setErrand] = useState("");
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onClose()}>
      <DialogSurface data-testid="return-dialog">
        <DialogBody>
          <DialogTitle>{say("return")}</DialogTitle>
          <DialogContent>
            <Field label={say("return.errand")} hint={say("return.errand.hint")}>
              <Textarea value={errand} onChange={(_, change) => setErrand(change.value)} maxLength={1_000} data-testid="errand" />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{common("cancel")}</Button>
            <Button appearance="primary" data-testid="return-do" onClick={() => onReturn(errand.trim() === "" ? null : errand.trim())}>{say("return")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
