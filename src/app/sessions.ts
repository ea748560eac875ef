/** Signed-in employees. A session ends at once on sign-out, in every process. */
export type Sessions = {
  /** `token` is the session's secret, given once; `csrf` goes with writes that a cookie authorises. */
  begin(agentId: string): Promise<{ token: string; csrf: string }>;
  /** Null for a token that is unknown, ended or run out. */
  find(token: string): Promise<{ agentId: string; csrf: string } | null>;
  end(token: string): Promise<void>;
};

/** Checks an e-mail and password; null when they do not belong together. Takes as long for an unknown e-mail as for a wrong password. */
export type CheckPassword = (email: string, password: string) => Promise<string | null>;
