import type { Activity } from "botbuilder";
import { parseConnectorActivity } from "../../api/activity.ts";
import { answerError, jsonLimit, type Door } from "../../api/http.ts";
import type { Bot } from "./bot.ts";
import { UnauthenticatedError, type ConnectorAdapter } from "./connector-adapter.ts";

/** POST /api/messages: the door of Azure's channels and of local emulators. */
export function messagesDoor({ adapter, bot }: { adapter: ConnectorAdapter; bot: Bot }): Door {
  return {
    method: "post", path: "/api/messages", body: "json", bodyLimit: jsonLimit,
    async handle({ body, headers }) {
      const { timestamp, ...activity } = parseConnectorActivity(body);
      try {
        await adapter.receive(headers.authorization ?? "", { ...activity, ...(timestamp ? { timestamp: new Date(timestamp) } : {}) } as unknown as Activity, bot);
      } catch (error) {
        if (error instanceof UnauthenticatedError) return answerError(401, "unauthorized", error.message);
        throw error;
      }
      return { status: 200, body: {} };
    },
  };
}
