import { randomUUID } from 'node:crypto';
import { exchange, type Answer, type Exchange } from './http';

/** Who is signed in, as `POST /api/sessions` says it. */
export interface SignedIn {
  id: string;
  name: string;
  roles: Array<{ role: string; siteId: string | null }>;
  sites: Array<{ id: string }>;
  homes: Array<{ id: string; siteId: string }>;
}

export type Language = 'zh' | 'en';
type Sent = Pick<Exchange, 'headers' | 'timeoutMs' | 'agent'> & { key?: string };

/** A person's way through the gateway. Every POST has an idempotency key of its own unless one is given. */
export class Session {
  constructor(
    private readonly base: () => string,
    readonly token: string | undefined,
    readonly who: SignedIn,
    private readonly language: Language = 'zh',
  ) {}

  /** The same person, reading another language. */
  in(language: Language): Session {
    return new Session(this.base, this.token, this.who, language);
  }

  /** The same session, of a person who has become somebody else to the office meanwhile. */
  as(who: SignedIn): Session {
    return new Session(this.base, this.token, who, this.language);
  }

  get homeId(): string {
    return this.who.homes[0]!.id;
  }

  get<T>(path: string, sent: Sent = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, sent);
  }

  post<T>(path: string, body: unknown, { key = randomUUID(), ...sent }: Sent = {}): Promise<Answer<T>> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...sent.headers };
    return this.send<T>('POST', path, JSON.stringify(body), { ...sent, headers });
  }

  /** Whatever bytes, under whatever headers, as this person. */
  send<T>(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    { headers, ...sent }: Sent = {},
  ): Promise<Answer<T>> {
    return exchange<T>(this.base(), {
      method,
      path,
      headers: {
        'accept-language': this.language === 'zh' ? 'zh-CN' : 'en',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      ...sent,
    });
  }
}
