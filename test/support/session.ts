import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange, type Answer, type Exchange, type Problem } from './http';

/** Who is signed in, as `POST /api/sessions` says it. */
export interface SignedIn {
  id: string;
  name: string;
  roles: Array<{ role: string; siteId: string | null }>;
  sites: Array<{ id: string }>;
  homes: Array<{ id: string; siteId: string }>;
  crews: Array<{ id: string }>;
}

export type Language = 'zh' | 'en';
type Sent = Pick<Exchange, 'headers' | 'timeoutMs' | 'agent'> & { key?: string };

/** A machine that does three times its work at once leaves a request without a connection for seconds; longer is no accident. */
const comesAgainForMs = 20_000;

/**
 * A person's way through the gateway. Every POST has an idempotency key of its own unless one is given. As the product
 * asks of its clients, who is told that nothing has been done, and when to come again, sends the same again.
 */
export class Session {
  constructor(
    private readonly base: () => string,
    readonly token: string | undefined,
    readonly who: SignedIn,
    private readonly language: Language = 'zh',
    private readonly comesAgain = true,
  ) {}

  /** The same person, reading another language. */
  in(language: Language): Session {
    return new Session(this.base, this.token, this.who, language, this.comesAgain);
  }

  /** The same session, of a person who has become somebody else to the office meanwhile. */
  as(who: SignedIn): Session {
    return new Session(this.base, this.token, who, this.language, this.comesAgain);
  }

  /** The same person, taking each answer as it comes. */
  get impatient(): Session {
    return new Session(this.base, this.token, this.who, this.language, false);
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

  /** A file as it is sent, bytes and all. */
  async download(path: string): Promise<Buffer> {
    const until = performance.now() + (this.comesAgain ? comesAgainForMs : 0);
    for (;;) {
      const answer = await fetch(new URL(path, this.base()), { headers: { authorization: `Bearer ${this.token}` } });
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      const wait = answer.headers.get('retry-after');
      if (answer.status !== 503 || wait === null || performance.now() > until) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      await sleep(Number(wait) * 1_000);
    }
  }

  /** Whatever bytes, under whatever headers, as this person. */
  async send<T>(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    { headers, ...sent }: Sent = {},
  ): Promise<Answer<T>> {
    const request = {
      method,
      path,
      headers: {
        'accept-language': this.language === 'zh' ? 'zh-CN' : 'en',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      ...sent,
    };
    const until = performance.now() + (this.comesAgain ? comesAgainForMs : 0);
    for (;;) {
      const answer = await exchange<T>(this.base(), request);
      if (!isUnavailable(answer) || performance.now() > until) return answer;
      await sleep(Number(answer.headers['retry-after']) * 1_000);
    }
  }
}

const isUnavailable = ({ status, headers, body }: Answer<unknown>): boolean =>
  status === 503 && headers['retry-after'] !== undefined && (body as Problem).code === 'unavailable';
