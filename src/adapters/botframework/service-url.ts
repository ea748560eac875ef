/** Ports below this belong to system services; a local emulator never listens there. */
const firstUserPort = 1_024;

/**
 * Whether an unauthenticated activity may be answered at this address: plain http on this very machine, where an emulator listens.
 *
 * Without a token anybody could name any address and have the server call it, so IPv6 and other spellings of loopback are refused too,
 * and so are the ports this server itself depends on.
 *
 * @param ownPorts ports of this server and its store, never to be called
 */
export function isLocalServiceUrl(serviceUrl: string, ownPorts: readonly number[]): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  const number = Number(port);
  return (
    protocol === "http:" && (hostname === "127.0.0.1" || hostname === "localhost") && username === "" && password === "" &&
    number >= firstUserPort && number !== redisPort && !ownPorts.includes(number)
  );
}

/** A Redis on its usual port answers to HTTP-shaped text; it is never a channel. */
const redisPort = 6_379;
