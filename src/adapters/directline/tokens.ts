import jwt from "jsonwebtoken";

/** `chat` is the token of a conversation and its user; `stream` opens one WebSocket and is in its URL, so it lives a minute. */
export type TokenPurpose = "chat" | "stream";
export type TokenClaims = { conversationId: string; userId: string; userName: string | null; signedIn: boolean; vip?: boolean };

const lifetime: Record<TokenPurpose, number> = { chat: 1_800, stream: 60 };

export type Tokens = {
  issue(claims: TokenClaims, purpose?: TokenPurpose): { token: string; expiresIn: number };
  /** Null for a token that is expired, tampered with, of another purpose or not ours. */
  read(token: string, purpose?: TokenPurpose): TokenClaims | null;
};

/** HMAC-signed tokens, each bound to one conversation and one user. */
export function createTokens(secret: string): Tokens {
  return {
    issue(claims, purpose = "chat") {
      const expiresIn = lifetime[purpose];
      return { token: jwt.sign({ ...claims, purpose }, secret, { algorithm: "HS256", expiresIn, audience: "relevo-directline" }), expiresIn };
    },
    read(token, purpose = "chat") {
      try {
        const claims = jwt.verify(token, secret, { algorithms: ["HS256"], audience: "relevo-directline" });
        if (typeof claims === "string" || claims.purpose !== purpose) return null;
        const { conversationId, userId, userName, signedIn, vip } = claims as unknown as TokenClaims;
        return { conversationId, userId, userName, signedIn, ...(vip ? { vip } : {}) };
      } catch {
        return null; // jsonwebtoken throws on every kind of bad token; to the caller they are all the same
      }
    },
  };
}

/** Who the host site says is signed in, and whether it marks them (`vip: true`); null when the token is not the host's, or has no subject. */
export function readCustomerToken(token: string, secret: string): { id: string; name: string | null; vip: boolean } | null {
  try {
    const claims = jwt.verify(token, secret, { algorithms: ["HS256"], maxAge: "1h" });
    if (typeof claims === "string" || typeof claims.sub !== "string" || claims.sub === "") return null;
    return { id: claims.sub, name: typeof claims.name === "string" ? claims.name : null, vip: claims.vip === true };
  } catch {
    return null; // as above: an unreadable token signs nobody in
  }
}
