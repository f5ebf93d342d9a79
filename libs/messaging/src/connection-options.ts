import type { ConnectionOptions } from '@nats-io/transport-node';

export interface NatsSettings {
  /** `nats://user:password@host:port`, several joined by commas; the login is taken from the first that has one. */
  url: string;
  /** Shown by the server for this connection, e.g. `tickets`. */
  name: string;
  token?: string;
  tls?: ConnectionOptions['tls'];
}

/** What the client library is told (events.md, read side): reconnect for ever, ping 10 s, give up after two unanswered. */
export function connectionOptions({ url, name, token, tls }: NatsSettings): ConnectionOptions {
  const urls = url
    .split(',')
    .map((each) => new URL(each.includes('://') ? each.trim() : `nats://${each.trim()}`));
  const login = urls.find((each) => each.username);
  return {
    servers: urls.map(({ protocol, host }) => (protocol === 'tls:' ? `tls://${host}` : host)),
    ...(login && { user: decodeURIComponent(login.username), pass: decodeURIComponent(login.password) }),
    inboxPrefix: inboxPrefixOf(login && decodeURIComponent(login.username)),
    ...(token && { token }),
    ...(tls && { tls }),
    name,
    reconnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    reconnectJitter: 250,
    // A changed password is put right while we run: the library would otherwise close after the second refusal.
    ignoreAuthErrorAbort: true,
    pingInterval: 10_000,
    maxPingOut: 2,
    timeout: 5_000,
    noAsyncTraces: true,
  };
}

/** Where answers to a user arrive: below a name of its own, so that rights can keep other users from listening there. */
export function inboxPrefixOf(user: string | undefined): string {
  return user !== undefined && /^[\w-]+$/.test(user) ? `_INBOX.${user}` : '_INBOX';
}
