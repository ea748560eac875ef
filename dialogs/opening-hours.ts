import type { Dialog, DialogInput, DialogOutcome } from "../src/core/dialog.ts";
import { mentioned } from "./customer-words.ts";
import { finish, line } from "./outcomes.ts";
import { shownDate } from "./shown.ts";

/** National holidays on which every shop of the chain is shut, month and day. */
const shutDays = new Set(["01-01", "01-06", "05-01", "08-15", "10-12", "11-01", "12-06", "12-08", "12-25"]);

const sunday = 0;

/** Says when the shops are open: on the day asked for, or in general. */
export const openingHours: Dialog = {
  name: "opening-hours",
  intents: ["opening-hours"],
  step({ wake, memory, language, today }: DialogInput): DialogOutcome {
    const day = wake.kind === "turn" ? mentioned(wake.understanding, "date").at(0) : undefined;
    const general = line("opening-hours.week");
    const followUps = ["opening.order-status", "followup.nothing-else"];
    if (day === undefined) return finish([general], followUps, memory);
    const date = shownDate(day, language);
    if (day < today) return finish([general], followUps, memory);
    if (shutDays.has(day.slice(5))) return finish([line("opening-hours.holiday", { date })], followUps, memory);
    const key = new Date(`${day}T00:00:00Z`).getUTCDay() === sunday ? "opening-hours.sunday" : "opening-hours.weekday";
    return finish([line(key, { date })], followUps, memory);
  },
};
