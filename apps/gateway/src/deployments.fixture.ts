import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Headers, Module, Param, Post, Req, Res } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import {
  newKeyFile,
  PrincipalGuard,
  PrincipalTokenSigner,
  PrincipalTokenVerifier,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
  Internal,
  type ResolvedSession,
  type SessionResolver,
} from '@property-office/access';
import { bodyLimitExtension, type Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import {
  Acting,
  createApplication,
  describeService,
  Operation,
  Text,
  type Door as MountedDoor,
} from '@property-office/service-kit';
import type { Principal } from '@property-office/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { Door, Upstreams, type DoorOptions } from './index';

/** Effects and streams of the toy service, for all its processes. */
export const seen = { reports: [] as string[], openStreams: 0, uploaded: 0, silent: false };

class ReportDto {
  @Text({ label: { zh: '描述', en: 'description' }, max: 2_000_000 })
  description!: string;
}

@Controller('api')
class ToyController {
  @Get('repair-requests/:id')
  @Operation('tickets.readRepair', { summary: { zh: '详情', en: 'Read' }, ok: 200 })
  read(@Param('id') id: string, @Acting() principal: Principal, @Headers() headers: Record<string, string>) {
    return { id, name: principal.name, headers };
  }

  @Get('repair-requests')
  @Operation('tickets.listRepairs', { summary: { zh: '列表', en: 'List' }, ok: 200 })
  list() {
    return { items: [], nextCursor: null };
  }

  @Post('repair-requests')
  @Operation('tickets.reportRepair', { summary: { zh: '报修', en: 'Report' }, ok: 201 })
  report(@Body() { description }: ReportDto) {
    seen.reports.push(description.slice(0, 100));
    return { length: description.length };
  }

  @Post('sessions')
  @Operation('directory.signIn', { summary: { zh: '登录', en: 'Sign in' }, ok: 201, public: true })
  signIn(@Req() request: FastifyRequest) {
    return { name: request.principal?.name ?? null };
  }

  @Post('attachments')
  @Operation('files.upload', { summary: { zh: '上传', en: 'Upload' }, ok: 201 })
  async upload(@Req() request: FastifyRequest) {
    let bytes = 0;
    for await (const chunk of request.raw) bytes += (chunk as Buffer).length;
    seen.uploaded = bytes;
    return { bytes };
  }

  @Get('stream')
  @Operation('tracking.stream', { summary: { zh: '实时', en: 'Stream' }, ok: 200 })
  stream(@Res() reply: FastifyReply) {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.raw.flushHeaders();
    seen.openStreams++;
    let event = 0;
    const timer = setInterval(() => {
      if (!seen.silent) reply.raw.write(`id: ${++event}\ndata: {}\n\n`);
    }, 50);
    reply.raw.once('close', () => {
      seen.openStreams--;
      clearInterval(timer);
    });
  }

  @Get('undeclared')
  @Operation('tickets.listCategories', { summary: { zh: '未声明', en: 'Undeclared' }, ok: 200 })
  undeclared() {
    return {};
  }
}

/** Outside /api, and not declared either. */
@Controller('undeclared')
class PageController {
  @Get('page')
  @Operation('tickets.listCategories', { summary: { zh: '未声明', en: 'Undeclared' }, ok: 200 })
  page() {
    return {};
  }
}

@Controller('internal')
class InternalController {
  @Get('secrets')
  @Internal()
  secrets() {
    return { secret: true };
  }
}

@Module({ controllers: [ToyController, PageController, InternalController] })
class ToyModule {}

const keys = newKeyFile('door');
const log = pino({ level: 'silent' });

/** Sessions in memory that count how often they are asked for. */
export class ToySessions implements SessionResolver {
  asked = 0;
  away = false;
  private readonly open = new Map<string, ResolvedSession>();

  begin(role: Role = 'desk'): string {
    const token = `token-${newId()}`;
    const principal: Principal = {
      personId: newId(),
      accountId: newId(),
      sessionId: newId(),
      name: '王芳',
      roles: [{ role, siteId: null }],
      crews: [],
      homes: [],
    };
    this.open.set(token, { principal });
    return token;
  }

  end(token: string): void {
    this.open.delete(token);
  }

  /** The person may no longer what they might. */
  change(token: string, changes: Partial<Principal>): void {
    const { principal } = this.open.get(token)!;
    this.open.set(token, { principal: { ...principal, ...changes } });
  }

  async resolve(token: string): Promise<ResolvedSession | null> {
    this.asked++;
    if (this.away) throw new Error('directory is away');
    return this.open.get(token) ?? null;
  }
}

/** The document of the toy service, without the route it forgot to declare. */
export async function toyDocument(): Promise<OpenAPIObject> {
  const document = await describeService(ToyModule, 'tickets');
  delete document.paths['/api/undeclared'];
  delete document.paths['/undeclared/page'];
  const { paths } = document as unknown as {
    paths: Record<string, Record<string, { requestBody?: object; responses: Record<number, object> }>>;
  };
  paths['/api/attachments']!.post!.requestBody = {
    content: { 'multipart/form-data': { schema: { type: 'object' } } },
  };
  Object.assign(paths['/api/attachments']!.post!, { [bodyLimitExtension]: 25 * 1024 * 1024 });
  paths['/api/stream']!.get!.responses[200] = {
    description: 'events',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  };
  return document;
}

export interface Running {
  url: string;
  http: FastifyInstance;
  stop(): Promise<void>;
}

/** A process: the toy service, the door, or both. */
async function start(parts: { service: boolean; door?: MountedDoor }): Promise<Running> {
  const guard = new PrincipalGuard(
    new PrincipalTokenVerifier(verifyingKeysOf(keys)),
    new ServiceTokenVerifier(verifyingKeysOf()),
  );
  const { app, http, shutdown } = await createApplication({
    name: 'spec',
    modules: parts.service ? [ToyModule] : [],
    configuration: {},
    log,
    guards: [guard],
    ...(parts.door && { door: parts.door }),
  });
  if (parts.service) http.addContentTypeParser('multipart/form-data', (_request, _body, done) => done(null));
  await app.listen(0, '127.0.0.1');
  const { port } = http.server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    // fetch opens connections ahead and may never use them; nothing but time ends those.
    const cut = setTimeout(() => http.server.closeAllConnections(), 2_000);
    await shutdown.run();
    clearTimeout(cut);
  };
  return { url: `http://127.0.0.1:${port}`, http, stop };
}

export type DoorChoices = Partial<Pick<DoorOptions, 'limits' | 'publicUrl'>>;

export async function doorFor(
  sessions: SessionResolver,
  upstreams?: Upstreams,
  choices: DoorChoices = {},
): Promise<Door> {
  return new Door({
    document: await toyDocument(),
    sessions,
    tokens: new PrincipalTokenSigner(signingKeyOf(keys)),
    publicUrl: undefined,
    ...(upstreams && { upstreams }),
    ...choices,
  });
}

/** Service and door in one process. */
export async function mountedDeployment(sessions: SessionResolver, choices?: DoorChoices): Promise<Running> {
  return start({ service: true, door: (await doorFor(sessions, undefined, choices)).mount });
}

/** The door in a process of its own, before whatever answers at these addresses. */
export async function gatewayBefore(
  addresses: string[] | Upstreams,
  sessions: SessionResolver,
  choices?: DoorChoices,
): Promise<Running> {
  const upstreams = addresses instanceof Upstreams ? addresses : new Upstreams({ tickets: addresses });
  return start({ service: false, door: (await doorFor(sessions, upstreams, choices)).mount });
}

/** The door before a process with the service. */
export async function proxiedDeployment(sessions: SessionResolver, choices?: DoorChoices): Promise<Running> {
  const service = await start({ service: true });
  const gateway = await gatewayBefore([service.url], sessions, choices);
  return {
    ...gateway,
    stop: async () => {
      await gateway.stop();
      await service.stop();
    },
  };
}

/** Sends bytes as they are and gives all that came back until the connection closed. */
export async function rawExchange(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const { connect } = await import('node:net');
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket
    .setEncoding('utf8')
    .on('data', (text: string) => (answer += text))
    .on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
