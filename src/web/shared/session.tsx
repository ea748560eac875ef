import { useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { LoginAnswer, Me } from "../../api/contract.ts";
import { ApiError, createApi } from "./api-client.ts";
import type { Api } from "./api-client.ts";

export type Session =
  | { status: "asking" }
  | { status: "unreachable" }
  | { status: "signed-out"; ended: boolean }
  | { status: "signed-in"; me: Me };

type SessionContext = {
  session: Session;
  api: Api;
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  retry(): void;
};

const Context = createContext<SessionContext | null>(null);

/** Knows who is signed in. The cookie is the session; a reload asks GET /me. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [session, setSession] = useState<Session>({ status: "asking" });
  const [api] = useState(() => createApi((...args) => fetch(...args), () => {
    setSession((now) => (now.status === "signed-in" ? { status: "signed-out", ended: true } : { status: "signed-out", ended: false }));
  }));

  const ask = useCallback(() => api.get<Me>("/me").then(
    (me) => {
      api.useCsrf(me.csrf);
      setSession({ status: "signed-in", me });
    },
    (error: unknown) => {
      if (error instanceof ApiError && error.status === 401) return; // the api has already said so
      setSession({ status: "unreachable" });
    },
  ), [api]);

  useEffect(() => {
    void ask();
  }, [ask]);

  const value = useMemo<SessionContext>(() => ({
    session, api,
    async signIn(email, password) {
      const answer = await api.send<LoginAnswer>("POST", "/login", { email, password });
      if (answer) api.useCsrf(answer.csrf);
      queries.clear();
      await ask();
    },
    async signOut() {
      // Signing out of a server that cannot be reached still leaves this screen: the next person must not see it.
      await api.send("POST", "/logout").catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
      });
      queries.clear();
      setSession({ status: "signed-out", ended: false });
    },
    retry() {
      setSession({ status: "asking" });
      void ask();
    },
  }), [session, api, ask, queries]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useSession(): SessionContext {
  const value = useContext(Context);
  if (!value) throw new Error("useSession needs a SessionProvider above it");
  return value;
}

export const useApi = (): Api => useSession().api;
