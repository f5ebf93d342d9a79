import {
  AttachmentLinks,
  FieldCipher,
  newAttachmentKeyFile,
  newFieldKeyFile,
  newKeyFile,
  principalHeader,
  PrincipalGuard,
  PrincipalTokenSigner,
  PrincipalTokenVerifier,
  ServiceTokenSigner,
  serviceTokenHeader,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from '@property-office/access';
import { mounted, ServiceRuntime, type Platform } from '@property-office/backbone';
import {
  oneTimeCodesPath,
  type OneTimeCode,
  type Principal,
  type Role,
  type ServiceName,
} from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { NatsConnectionProvider, Topology } from '@property-office/messaging';
import { appRole, databaseUrlFor, prepareDatabase } from '@property-office/persistence';
import {
  createApplication,
  createLogger,
  platformVariables,
  readConfiguration,
  type Application,
} from '@property-office/service-kit';
import { testDatabase } from '@property-office/testing';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import { directory } from './directory.module';
import { directorySchema } from './persistence/schema';
import { DirectorySessionResolver } from './sessions/session-resolver';

const roleSecret = 'spec';
const log = createLogger('directory-spec', 'silent');
const configuration = readConfiguration({}, platformVariables);
const doorKeys = newKeyFile('door');
const serviceKeys = { gateway: newKeyFile('gateway'), tickets: newKeyFile('tickets') };

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

export interface Told {
  status: number;
  headers: Record<string, unknown>;
  // Tests read answers of every shape.
  body: ReturnType<typeof JSON.parse>;
}

/** Directory over HTTP on a database of its own; the door, the broker and the sender of messages are left out. */
export class DirectoryUnderTest {
  private constructor(
    readonly runtime: ServiceRuntime,
    readonly fieldCipher: FieldCipher,
    /** What notifications was asked to send, the latest last. */
    readonly messages: OneTimeCode[],
    readonly away: { notifications: boolean; provider: boolean },
    private readonly application: Application,
    private readonly admin: Client,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<DirectoryUnderTest> {
    const own = await testDatabase({
      template: 'directory',
      prepare: (adminUrl) =>
        prepareDatabase({ adminUrl, schemas: [directorySchema], roleSecret, testClock: true }),
    });
    const nats = new NatsConnectionProvider({ url: 'nats://127.0.0.1:1', name: 'directory-spec' });
    const databaseUrl = databaseUrlFor(own.adminUrl, appRole('directory'), roleSecret);
    const runtime = new ServiceRuntime({
      schema: directorySchema,
      databaseUrl,
      nats,
      topology: new Topology(nats),
      log,
    });
    const messages: OneTimeCode[] = [];
    const away = { notifications: false, provider: false };
    const answer = async (service: ServiceName, path: string, body: OneTimeCode) => {
      if (away.notifications || service !== 'notifications' || path !== oneTimeCodesPath)
        throw new Error(`${service} does not answer ${path}`);
      messages.push(body);
      return { status: 200, body: JSON.stringify({ outcome: away.provider ? 'unavailable' : 'sent' }) };
    };
    const fieldCipher = new FieldCipher(newFieldKeyFile());
    const platform: Platform = {
      configuration,
      fieldCipher,
      attachmentLinks: new AttachmentLinks(newAttachmentKeyFile()),
      internalTransport: { send: (service, { path, body }) => answer(service, path, JSON.parse(body)) },
      serviceTokensOf: (service) => new ServiceTokenSigner(service, signingKeyOf(newKeyFile(service))),
      runtimeOf: () => runtime,
    };
    await runtime.database.connect();
    const guard = new PrincipalGuard(
      new PrincipalTokenVerifier(verifyingKeysOf(doorKeys)),
      new ServiceTokenVerifier(verifyingKeysOf(...Object.values(serviceKeys))),
    );
    const application = await createApplication({
      name: 'directory',
      modules: [mounted(directory, platform)],
      configuration,
      log,
      guards: [guard],
    });
    await application.app.init();
    await application.http.ready();
    const admin = new Client({
      connectionString: own.adminUrl,
      options: '-c search_path=directory,platform',
    });
    await admin.connect();
    return new DirectoryUnderTest(runtime, fieldCipher, messages, away, application, admin, own.drop);
  }

  async close(): Promise<void> {
    await this.admin.end();
    await this.application.app.close();
    await this.runtime.database.close();
    await this.remove();
  }

  get resolver(): DirectorySessionResolver {
    return this.application.app.get(DirectorySessionResolver);
  }

  /** As the superuser sees it. */
  async rows<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.admin.query(sql, params)).rows as T[];
  }

  async moveClock(ahead: string): Promise<void> {
    await this.rows('UPDATE platform.test_clock SET ahead = ahead + $1::interval', [ahead]);
  }

  /** @param target `POST /api/people` */
  async ask(target: string, body?: object, asking: Asking = {}): Promise<Told> {
    const [method, url] = target.split(' ') as [InjectOptions['method'], string];
    const headers: Record<string, string> = {
      'x-forwarded-for': asking.source ?? '198.51.100.7',
      ...asking.headers,
    };
    const principal =
      asking.principal ??
      (asking.token === undefined ? undefined : (await this.resolver.resolve(asking.token))?.principal);
    if (asking.token !== undefined && !principal) return { status: 401, headers: {}, body: undefined };
    if (principal)
      headers[principalHeader] = await new PrincipalTokenSigner(signingKeyOf(doorKeys)).tokenFor(principal);
    if (asking.key) headers['idempotency-key'] = asking.key;
    if (asking.ifMatch) headers['if-match'] = asking.ifMatch;
    const answer = await this.application.http.inject({
      method,
      url,
      headers,
      ...(body && { payload: body }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? undefined : JSON.parse(answer.body),
    };
  }

  /** Like `ask`, and fails unless the answer is a success. */
  async done(target: string, body?: object, asking: Asking = {}): Promise<Told['body']> {
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
  async enter(phone: string): Promise<Told['body']> {
    return this.done('POST /api/sessions', { phone, code: await this.codeFor(phone) });
  }

  /** Asks an internal route in the name of a service. */
  async askAsService(service: keyof typeof serviceKeys, target: string, body: object): Promise<Told> {
    const token = await new ServiceTokenSigner(service, signingKeyOf(serviceKeys[service])).token();
    return this.ask(target, body, { headers: { [serviceTokenHeader]: token } });
  }

  signIn(login: string, password: string, source?: string): Promise<Told> {
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
