import { createHash, timingSafeEqual } from "node:crypto";
import type { AgentAccount, AgentDirectory } from "../../app/ports.ts";
import type { CheckPassword } from "../../app/sessions.ts";

/** Names customers see in the demo; beyond them agents are numbered. */
const names = ["Marta Gil", "Owen Reed", "Inés Roca", "Tom Ellis", "Nuria Vega", "Jack Moore"];
const agentCount = 50;
const capacity = 3;

const everywhere = { languages: ["es", "en"] as AgentAccount["languages"], agentSkills: ["general", "cancellations", "care"] as AgentAccount["agentSkills"], capacity };

function demoAccounts(): AgentAccount[] {
  const agents = Array.from({ length: agentCount }, (_, index): AgentAccount => ({
    id: `agent${index + 1}`, name: names[index] ?? `Agente ${index + 1}`, email: `agent${index + 1}@demo`, roles: ["agent"], ...everywhere,
  }));
  const others: AgentAccount[] = [
    { id: "editor", name: "Editora", email: "editor@demo", roles: ["editor"], ...everywhere },
    { id: "supervisor", name: "Supervisora", email: "supervisor@demo", roles: ["supervisor"], ...everywhere },
    { id: "admin", name: "Administración", email: "admin@demo", roles: ["admin"], ...everywhere },
  ];
  return [...agents, ...others];
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The demo's employees, all with the password `demo`; nobody when `open` is false, as in production. */
export function createDemoAgents({ open }: { open: boolean }): { agents: AgentDirectory; checkPassword: CheckPassword } {
  const accounts = open ? demoAccounts() : [];
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const byEmail = new Map(accounts.map((account) => [account.email, account]));
  return {
    agents: { all: () => accounts, byId: (id) => byId.get(id) ?? null },
    checkPassword(email, password) {
      const account = byEmail.get(email.trim().toLowerCase());
      const right = timingSafeEqual(digest(password), digest("demo"));
      return Promise.resolve(right && account ? account.id : null);
    },
  };
}
