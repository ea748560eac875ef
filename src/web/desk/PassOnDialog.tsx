import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Radio, RadioGroup, Select, Textarea, makeStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AgentSkill, Colleague, TicketView } from "../../api/contract.ts";
import { useCommon, useTexts } from "../shared/preferences.tsx";
import { useApi } from "../shared/session.tsx";
import { deskTexts } from "../texts/desk-texts.ts";

export type PassTarget = { agentId: string } | { agentSkill: AgentSkill } | { line: true };

const useStyles = makeStyles({ content: { display: "flex", flexDirection: "column", gap: "12px" } });

const skills: AgentSkill[] = ["general", "cancellations", "care"];

/** Who is there and can take it: the same rule as the server's, so that nothing offered is refused. */
const fits = (ticket: TicketView) => (one: Colleague): boolean =>
  (one.presence === "available" || one.presence === "busy") && one.languages.includes(ticket.language) && one.agentSkills.includes(ticket.agentSkill);

/** Three ways on, never mixed up: to a colleague, to a group, back to the line. Each with a word for who comes next. */
export function PassOnDialog({ ticket, open, onClose, onPass }: { ticket: TicketView; open: boolean; onClose(): void; onPass(to: PassTarget, comment: string): void }) {
  const say = useTexts(deskTexts);
  const common = useCommon();
  const styles = useStyles();
  const api = useApi();
  const [way, setWay] = useState<"colleague" | "group" | "line">("line");
  const [agentId, setAgentId] = useState("");
  const [agentSkill, setAgentSkill] = useState<AgentSkill>("general");
  const [comment, setComment] = useState("");
  const { data } = useQuery({ queryKey: ["colleagues"], enabled: open, staleTime: 0, queryFn: () => api.get<{ colleagues: Colleague[] }>("/colleagues") });
  const there = (data?.colleagues ?? []).filter(fits(ticket));
  const target: PassTarget | null = way === "line" ? { line: true } : way === "group" ? { agentSkill } : there.some(({ id }) => id === agentId) ? { agentId } : null;
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && onClose()}>
      <DialogSurface data-testid="pass-on">
        <DialogBody>
          <DialogTitle>{say("pass")}</DialogTitle>
          <DialogContent className={styles.content}>
            <Field label={say("pass.to")}>
              <RadioGroup value={way} onChange={(_, change) => setWay(change.value as typeof way)}>
                <Radio value="colleague" label={say("pass.colleague")} data-testid="pass-colleague" />
                <Radio value="group" label={say("pass.group")} data-testid="pass-group" />
                <Radio value="line" label={say("pass.line")} data-testid="pass-line" />
              </RadioGroup>
            </Field>
            {way === "colleague" && (
              <Field label={say("pass.who")} hint={there.length === 0 ? say("pass.nobody") : undefined}>
                <Select value={agentId} onChange={(_, change) => setAgentId(change.value)} data-testid="pass-who">
                  <option value="" />
                  {there.map(({ id, name, presence }) => <option key={id} value={id}>{`${name} · ${say(`presence.${presence}`)}`}</option>)}
                </Select>
              </Field>
            )}
            {way === "group" && (
              <Field label={say("pass.which")}>
                <Select value={agentSkill} onChange={(_, change) => setAgentSkill(skills.find((skill) => skill === change.value) ?? "general")} data-testid="pass-skill">
                  {skills.map((skill) => <option key={skill} value={skill}>{say(`skill.${skill}`)}</option>)}
                </Select>
              </Field>
            )}
            <Field label={say("pass.comment")} required>
              <Textarea value={comment} onChange={(_, change) => setComment(change.value)} maxLength={1_000} data-testid="pass-comment" />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{common("cancel")}</Button>
            <Button
              appearance="primary" disabled={target === null || comment.trim() === ""} data-testid="pass-do"
              onClick={() => target && onPass(target, comment.trim())}
            >{say("pass")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
