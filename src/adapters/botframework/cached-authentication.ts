import {
  ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory, type Activity, type ConfigurationBotFrameworkAuthenticationOptions,
} from "botbuilder";
import { ConnectorFactory, type AuthenticateRequestResult, type BotFrameworkAuthentication, type ClaimsIdentity, type ConnectorClient } from "botframework-connector";
import { postOnce } from "./post-activity.ts";

type UserTokenClient = Awaited<ReturnType<BotFrameworkAuthentication["createUserTokenClient"]>>;

/** Channels are few; a service URL that nobody comes back to makes room. */
const clientsKept = 200;

class CachedConnectorFactory extends ConnectorFactory {
  private readonly factory: ConnectorFactory;
  private readonly clients: Map<string, Promise<ConnectorClient>>;

  constructor(factory: ConnectorFactory, clients: Map<string, Promise<ConnectorClient>>) {
    super();
    this.factory = factory;
    this.clients = clients;
  }

  create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = `${serviceUrl} ${audience}`;
    const known = this.clients.get(key);
    if (known) return known;
    const client = this.factory.create(serviceUrl, audience).then((made) => postOnce(made, serviceUrl));
    this.clients.set(key, client);
    client.catch(() => this.clients.delete(key));
    const [oldest] = this.clients.keys();
    if (this.clients.size > clientsKept && oldest !== undefined) this.clients.delete(oldest);
    return client;
  }
}

/**
 * Bot Framework's authentication, with its connector clients kept per service URL. The stock one builds two clients every turn,
 * a fifth of what a turn costs.
 */
export class CachedAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly clients = new Map<string, Promise<ConnectorClient>>();
  private userTokenClient: Promise<UserTokenClient> | null = null;

  constructor(options: ConfigurationBotFrameworkAuthenticationOptions) {
    super(options, new ConfigurationServiceClientCredentialFactory(options));
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authHeader);
    return { ...result, connectorFactory: result.connectorFactory && new CachedConnectorFactory(result.connectorFactory, this.clients) };
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return new CachedConnectorFactory(super.createConnectorFactory(claimsIdentity), this.clients);
  }

  /** One per process: nobody signs in through the bot, and it holds no secret of a customer. */
  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    this.userTokenClient ??= super.createUserTokenClient(claimsIdentity);
    return this.userTokenClient;
  }
}
