import {
  Catch,
  Controller,
  Get,
  HttpException,
  Module,
  Req,
  SetMetadata,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Principal, RoleGrant } from '@property-office/contracts';
import { DomainError, newId } from '@property-office/kernel';
import type { FastifyReply } from 'fastify';
import {
  assertAllRoutesDeclared,
  Internal,
  newKeyFile,
  OPERATION_METADATA,
  PrincipalGuard,
  PrincipalTokenSigner,
  PrincipalTokenVerifier,
  routesOf,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
  type GuardedRequest,
  type OperationKey,
} from './index';

const Operation = (key: OperationKey) => SetMetadata(OPERATION_METADATA, key);

@Controller()
class Toy {
  @Get('reports')
  @Operation('tickets.listRepairs')
  reports(@Req() request: GuardedRequest) {
    return { name: request.principal?.name };
  }

  @Get('session')
  @Operation('directory.signIn')
  open(@Req() request: GuardedRequest) {
    return { name: request.principal?.name ?? null };
  }

  @Get('internal/contact')
  @Internal('notifications')
  contact(@Req() request: GuardedRequest) {
    return { caller: request.caller };
  }
}

@Catch()
class Status implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    const kinds: Record<string, number> = { unauthenticated: 401, forbidden: 403 };
    const status =
      error instanceof DomainError
        ? kinds[error.spec.kind]!
        : error instanceof HttpException
          ? error.getStatus()
          : 500;
    void host.switchToHttp().getResponse<FastifyReply>().status(status).send({});
  }
}

@Module({ controllers: [Toy] })
class ToyModule {}

const door = newKeyFile('door');
const tickets = newKeyFile('tickets');
const notifications = newKeyFile('notifications');
const signer = new PrincipalTokenSigner(signingKeyOf(door));
let app: NestFastifyApplication;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(ToyModule, new FastifyAdapter(), { logger: false });
  const guard = new PrincipalGuard(
    new PrincipalTokenVerifier(verifyingKeysOf(door)),
    new ServiceTokenVerifier(verifyingKeysOf(tickets, notifications)),
  );
  app.useGlobalGuards(guard).useGlobalFilters(new Status());
  await app.init();
});
afterAll(() => app.close());

const get = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode, body } = await app.inject({ url, headers });
  return { statusCode, body: JSON.parse(body) as unknown };
};
const tokenOf = (...roles: RoleGrant[]) => {
  const principal: Principal = {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '王芳',
    roles,
    crews: [],
    homes: [],
  };
  return signer.tokenFor(principal);
};

test('a person comes in by the token of the door and a role of the operation', async () => {
  const desk = { 'x-principal': await tokenOf({ role: 'desk', siteId: newId() }) };
  expect(await get('/reports', desk)).toEqual({ statusCode: 200, body: { name: '王芳' } });
  expect((await get('/reports')).statusCode).toBe(401);
  expect((await get('/reports', { 'x-principal': 'forged' })).statusCode).toBe(401);
  expect(
    (await get('/reports', { 'x-principal': await tokenOf({ role: 'operator', siteId: null }) })).statusCode,
  ).toBe(403);
});

test('a public operation works without a person and knows one who is there', async () => {
  expect(await get('/session')).toEqual({ statusCode: 200, body: { name: null } });
  expect(await get('/session', { 'x-principal': await tokenOf() })).toEqual({
    statusCode: 200,
    body: { name: '王芳' },
  });
});

test('an internal route takes only a service named by it, whoever the person is', async () => {
  const token = await new ServiceTokenSigner('notifications', signingKeyOf(notifications)).token();
  expect(await get('/internal/contact', { 'x-service-token': token })).toEqual({
    statusCode: 200,
    body: { caller: 'notifications' },
  });
  const other = await new ServiceTokenSigner('tickets', signingKeyOf(tickets)).token();
  expect((await get('/internal/contact', { 'x-service-token': other })).statusCode).toBe(401);
  expect(
    (await get('/internal/contact', { 'x-principal': await tokenOf({ role: 'director', siteId: null }) }))
      .statusCode,
  ).toBe(401);
  expect((await get('/reports', { 'x-service-token': token })).statusCode).toBe(401);
});

test('the declared routes are listed with their paths', () => {
  expect(routesOf(app)).toEqual([
    {
      name: 'Toy.reports',
      paths: ['/reports'],
      declaration: { kind: 'operation', operation: 'tickets.listRepairs' },
    },
    {
      name: 'Toy.open',
      paths: ['/session'],
      declaration: { kind: 'operation', operation: 'directory.signIn' },
    },
    {
      name: 'Toy.contact',
      paths: ['/internal/contact'],
      declaration: { kind: 'internal', callers: ['notifications'] },
    },
  ]);
  expect(() => assertAllRoutesDeclared(app)).not.toThrow();
});

test('a route nobody has decided about stops the start', async () => {
  @Controller('careless')
  class Careless {
    @Get('undeclared')
    undeclared() {}

    @Get('unknown')
    @SetMetadata(OPERATION_METADATA, 'tickets.doAnything')
    unknown() {}

    @Get('outside')
    @Internal()
    outside() {}
  }
  @Controller('internal')
  class Exposed {
    @Get('exposed')
    @Operation('directory.signIn')
    exposed() {}
  }
  @Module({ controllers: [Careless, Exposed] })
  class CarelessModule {}

  const careless = await NestFactory.create<NestFastifyApplication>(CarelessModule, new FastifyAdapter(), {
    logger: false,
  });
  try {
    const complaint = /Careless\.undeclared[^]*Careless\.unknown[^]*Careless\.outside[^]*Exposed\.exposed/;
    expect(() => assertAllRoutesDeclared(careless)).toThrow(complaint);
  } finally {
    await careless.close();
  }
});
