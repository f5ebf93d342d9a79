import { oneTimeCodesPath, type OneTimeCode, type Principal, type Role, type ServiceName, type WorkInHand } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { HostedService, principalHeaders, type Answer, type Caller, type Neighbours } from '@property-office/service-testing';
import { directory } from './directory.module';
import { DirectorySessionResolver } from './sessions/session-resolver';

const tested = { definition: directory } as const;

export interface Asking {
  /** Of a session; the request is made as the door would hand it on. */
  token?: string;
  /** Instead of a session. */
  principal?: Principal;
  key?: string;
  ifMatch?: string;
  /** Where it comes from. */
  source?: string;
  headers?: Record<string, string>;
}

/** directory, with the sender of messages left to the spec. */
export class DirectoryUnderTest extends HostedService {
  /** What notifications was asked to send, the latest last. */
  readonly messages: OneTimeCode[] = [];
  readonly away = { notifications: false, provider: false };

  static async open(): Promise<DirectoryUnderTest> {
    return new DirectoryUnderTest(tested, await this.databaseOf(tested)).start();
  }

  /** What services say that people have in hand, and what they were asked. */
  readonly inHand: Partial<Record<ServiceName, WorkInHand[]>> = {};
  readonly askedInHand: object[] = [];

  override neighbours: Neighbours = (service, path, body) => {
    if (path.endsWith('/belongings') && !(this.away.notifications && service === 'notifications')) {
      this.askedInHand.push(body);
      return { items: this.inHand[service] ?? [] };
    }
    if (this.away.notifications || service !== 'notifications' || path !== oneTimeCodesPath) throw new Error(`${service} does not answer ${path}`);
    this.messages.push(body);
    return { outcome: this.away.provider ? 'unavailable' : 'sent' };
  };

  get resolver(): DirectorySessionResolver {
    return this.part(DirectorySessionResolver);
  }

  /** As the superuser sees it. */
  override async rows<R extends Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> {
    return (await this.admin.query<R>(sql, params)).rows;
  }

  /** @param target `POST /api/people` */
  async ask(target: string, body?: object, asking: Asking = {}): Promise<Answer> {
    const principal =
      asking.principal ??
      (asking.token === undefined ? undefined : (await this.resolver.resolve(asking.token))?.principal);
    if (asking.token !== undefined && !principal) return { status: 401, headers: {}, text: '', bytes: Buffer.alloc(0), body: undefined };
    const headers = {
      'x-forwarded-for': asking.source ?? '198.51.100.7',
      ...asking.headers,
      ...(principal && (await principalHeaders(principal))),
      ...(asking.key && { 'idempotency-key': asking.key }),
      ...(asking.ifMatch && { 'if-match': asking.ifMatch }),
    };
    return this.send(target, headers, body);
  }

  /** Like `ask`, and fails unless the answer is a success. */
  async done(target: string, body?: object, asking: Asking = {}): Promise<Answer['body']> {
    const told = await this.ask(target, body, asking);
    if (told.status >= 300) throw new Error(`${target}: ${told.status} ${JSON.stringify(told.body)}`);
    return told.body;
  }

  /** Asks for a code for a telephone, with no quota in the way. @returns what was sent to it */
  async codeFor(phone: string): Promise<string> {
    await this.rows('DELETE FROM quota');
    await this.done('POST /api/one-time-codes', { phone });
    return this.messages.at(-1)!.code;
  }

  /** Signs in whoever holds the telephone. */
  async enter(phone: string): Promise<Answer['body']> {
    return this.done('POST /api/sessions', { phone, code: await this.codeFor(phone) });
  }

  /** Asks an internal route in the name of a service. */
  askAsService(service: Caller, path: string, body: object): Promise<Answer> {
    return this.sendInside(path, body, service);
  }

  signIn(login: string, password: string, source?: string): Promise<Answer> {
    return this.ask('POST /api/sessions', { login, password }, source === undefined ? {} : { source });
  }
}

/** Somebody who holds a role and is nobody in the database. */
export function holding(role: Role, siteId: string | null = null, more: Partial<Principal> = {}): Principal {
  return {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '测试',
    roles: [{ role, siteId }],
    crews: [],
    homes: [],
    ...more,
  };
}

export const operator: Principal = holding('operator', null);
