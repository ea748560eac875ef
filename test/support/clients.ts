import WebSocket from "ws";

export type Answer<T = unknown> = { status: number; body: T; headers: Headers };
export type Activity = {
  id: string; type: string; text?: string; from: { id: string; name?: string; role?: string };
  channelData?: { clientActivityID?: string; relevo?: { author: string; kind?: string; [key: string]: unknown } };
  suggestedActions?: { actions: { title: string }[] };
};
export type Ticket = { id: string; agentSkill: string; conversationId: string; status: string; place: number | null; agentId: string | null; reason: { rule: string }; lastText: string };

/** One JSON request; an empty body is null. */
export async function call<T = unknown>(url: string, { method = "GET", body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer<T>> {
  const response = await fetch(url, {
    method, headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as T, headers: response.headers };
}

export type Customer = {
  conversationId: string;
  token: string;
  streamUrl: string;
  say(text: string, clientActivityID?: string): Promise<Answer<{ id: string }>>;
  control(control: string, rest?: Record<string, unknown>): Promise<Answer<{ id: string }>>;
  /** All activities after a watermark, by polling. */
  read(watermark?: string): Promise<{ activities: Activity[]; watermark: string }>;
  /** Waits, over the stream, until a message fits; looks at everything said from the start. */
  hears(fits: (activity: Activity) => boolean): Promise<Activity>;
};

/** A customer on plain Direct Line. `signedIn` is the host site's word on who it is. */
export async function newCustomer(url: string, locale = "es", signedIn?: string): Promise<Customer> {
  const { body: { token } } = await call<{ token: string }>(`${url}/api/directline/token`, { method: "POST", body: signedIn === undefined ? {} : { customer: signedIn } });
  const headers = { authorization: `Bearer ${token}` };
  const started = await call<{ conversationId: string; streamUrl: string }>(`${url}/v3/directline/conversations`, { method: "POST", body: { locale }, headers });
  const { conversationId, streamUrl } = started.body;
  const base = `${url}/v3/directline/conversations/${conversationId}`;
  const post = (activity: object): Promise<Answer<{ id: string }>> => call(`${base}/activities`, { method: "POST", body: { from: { id: "me" }, ...activity }, headers });
  return {
    conversationId, token, streamUrl,
    say: (text, clientActivityID) => post({ type: "message", text, ...(clientActivityID ? { channelData: { clientActivityID } } : {}) }),
    control: (control, rest = {}) => post({ type: "event", name: "relevo.control", value: { control, ...rest } }),
    read: async (watermark = "0") => (await call<{ activities: Activity[]; watermark: string }>(`${base}/activities?watermark=${watermark}`, { headers })).body,
    async hears(fits) {
      const again = await call<{ streamUrl: string }>(`${base}?watermark=0`, { headers });
      const socket = new WebSocket(again.body.streamUrl);
      try {
        return await new Promise<Activity>((resolve, reject) => {
          socket.on("error", reject).on("close", () => reject(new Error("the stream was closed")));
          socket.on("message", (data) => {
            const { activities = [] } = JSON.parse((data as Buffer).toString()) as { activities?: Activity[] };
            const found = activities.find(fits);
            if (found) resolve(found);
          });
        });
      } finally {
        socket.removeAllListeners("close").close();
      }
    },
  };
}

export type Agent = {
  id: string;
  token: string;
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body?: unknown): Promise<Answer<T>>;
  put<T>(path: string, body: unknown): Promise<Answer<T>>;
};

/** A signed-in employee. */
export async function signIn(url: string, email = "agent1@demo"): Promise<Agent> {
  const { body } = await call<{ token: string; agent: { id: string } }>(`${url}/api/v1/login`, { method: "POST", body: { email, password: "demo" } });
  const headers = { authorization: `Bearer ${body.token}` };
  return {
    id: body.agent.id,
    token: body.token,
    get: (path) => call(`${url}/api/v1${path}`, { headers }),
    post: (path, given = {}) => call(`${url}/api/v1${path}`, { method: "POST", body: given, headers }),
    put: (path, given) => call(`${url}/api/v1${path}`, { method: "PUT", body: given, headers }),
  };
}

export const kindOf = ({ channelData }: Activity): string | undefined => channelData?.relevo?.kind;
export const byAssistant = ({ channelData }: Activity): boolean => channelData?.relevo?.author === "assistant";
export const byPerson = ({ channelData }: Activity): boolean => channelData?.relevo?.author === "person";
