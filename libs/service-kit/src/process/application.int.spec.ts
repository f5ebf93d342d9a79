import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Injectable, Logger, Module, Post, type CanActivate } from '@nestjs/common';
import { toyApplication, ToyGuard, ToyModule } from '../toy-service.fixture';
import { noContent, type Answer } from '../commands/answer';
import { ActFields } from '../commands/happened-at';
import { Operation } from '../operations/operation';
import { createApplication } from './create-application';
import { createLogger } from './logging';

const summary = { zh: '操作', en: 'Operation' };
const id = '0193a000-0000-7000-8000-00000000000a';

class LineLog {
  readonly lines: string[] = [];
  write(line: string): void {
    this.lines.push(line);
  }
}

describe('a request', () => {
  @Controller('api/repair-requests')
  class Chatty {
    private readonly logger = new Logger('Chatty');
    @Post()
    @Operation('tickets.reportRepair', { summary, ok: 200 })
    async report(@Body() act: ActFields): Promise<object> {
      await pause(1);
      this.logger.log('in the handler');
      return act;
    }
    @Get('broken')
    @Operation('tickets.readRepair', { summary, ok: 200 })
    broken(): never {
      throw new Error('Key (phone)=(13800138000) of "张三" already exists');
    }
  }
  @Module({ controllers: [Chatty] })
  class ChattyModule {}

  const begin = async () => {
    const log = new LineLog();
    const application = await createApplication({
      name: 'toy',
      modules: [ChattyModule],
      configuration: {},
      log: createLogger('toy', 'info', log),
      guards: [new ToyGuard()],
    });
    await application.app.init();
    await application.http.ready();
    log.lines.length = 0;
    return { ...application, log };
  };

  it('carries its id and trace into every line, and back to the client', async () => {
    const { http, log, shutdown } = await begin();
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const answers = await Promise.all(
      ['first', 'second'].map((name) =>
        http.inject({
          method: 'POST',
          url: '/api/repair-requests',
          headers: { 'x-request-id': name, traceparent: `00-${traceId}-b7ad6b7169203331-01` },
          payload: {},
        }),
      ),
    );
    expect(answers.map(({ headers }) => headers['x-request-id'])).toEqual(['first', 'second']);
    const lines = log.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const requestId of ['first', 'second']) {
      expect(lines.filter((line) => line['requestId'] === requestId)).toEqual([
        expect.objectContaining({ msg: 'in the handler', context: 'Chatty', traceId }),
        expect.objectContaining({
          msg: 'answered',
          route: 'POST /api/repair-requests',
          status: 200,
          traceId,
        }),
      ]);
    }
    await shutdown.run();
  });

  it('gets an id of its own in place of one that could forge lines', async () => {
    const { http, shutdown } = await begin();
    const { headers } = await http.inject({
      url: '/api/repair-requests/broken',
      headers: { 'x-request-id': 'a","level":"info' },
    });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    await shutdown.run();
  });

  it('leaves no personal data in the log, whatever happens to it', async () => {
    const { http, log, shutdown } = await begin();
    const headers = { authorization: 'Bearer s3cret', cookie: 'session=s3cret', 'x-principal': 's3cret' };
    await http.inject({
      method: 'POST',
      url: '/api/repair-requests?q=13800138000',
      headers,
      payload: { lateReason: '13800138000' },
    });
    await http.inject({
      method: 'POST',
      url: '/api/repair-requests',
      headers,
      payload: { phone: '13800138000', name: '张三' },
    });
    await http.inject({ url: '/api/nothing/13800138000', headers });
    const broken = await http.inject({ url: '/api/repair-requests/broken?q=13800138000', headers });
    expect(broken.json()).toMatchObject({
      status: 500,
      code: 'fault',
      title: '系统出错了',
      instance: '/api/repair-requests/broken',
    });
    expect(broken.body).not.toMatch(/138|张三|Chatty/);
    const text = log.lines.join('');
    expect(text).toContain('GET /api/repair-requests/broken failed: Error: Key (phone)…');
    expect(text).not.toMatch(/13800138000|s3cret|张三/);
    await shutdown.run();
  });
});

describe('answers', () => {
  it('carry an ETag that spares the next read', async () => {
    const { http, shutdown } = await toyApplication();
    const first = await http.inject({ url: `/api/repair-requests/${id}` });
    expect(first.headers['etag']).toBe('"7"');
    const second = await http.inject({
      url: `/api/repair-requests/${id}`,
      headers: { 'if-none-match': 'W/"7"' },
    });
    expect([second.statusCode, second.body, second.headers['etag']]).toEqual([304, '', '"7"']);
    const changed = await http.inject({
      url: `/api/repair-requests/${id}`,
      headers: { 'if-none-match': '"6"' },
    });
    expect(changed.statusCode).toBe(200);
    await shutdown.run();
  });

  it('have no body where there is nothing to say, nor for HEAD', async () => {
    @Controller('api/repair-requests')
    class Quiet {
      @Post()
      @Operation('tickets.reportRepair', { summary, ok: 204 })
      act(): Answer<undefined> {
        return noContent();
      }
    }
    @Module({ controllers: [Quiet] })
    class QuietModule {}
    const quiet = await toyApplication(QuietModule);
    const done = await quiet.http.inject({ method: 'POST', url: '/api/repair-requests' });
    expect([done.statusCode, done.body, done.headers['content-type']]).toEqual([204, '', undefined]);
    await quiet.shutdown.run();

    const { http, shutdown } = await toyApplication();
    const head = await http.inject({ method: 'HEAD', url: `/api/repair-requests/${id}` });
    expect([head.statusCode, head.body, head.headers['etag']]).toEqual([200, '', '"7"']);
    await shutdown.run();
  });

  it('refuse a stranger where a person has to act', async () => {
    const { http, shutdown } = await toyApplication();
    const headers = { 'x-stranger': '1' };
    const read = await http.inject({ url: '/api/repair-requests', headers });
    const act = await http.inject({
      method: 'POST',
      url: '/api/repair-requests',
      headers,
      payload: { description: 'x', location: {} },
    });
    for (const answer of [read, act]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'not-signed-in', title: '请先登录' });
    }
    await shutdown.run();
  });
});

describe('several services in one process', () => {
  /** Two services that chose the same name for everything but their routes. */
  function service(path: string, answer: string) {
    @Injectable()
    class Handler {
      readonly answer = answer;
    }
    @Controller(`api/${path}`)
    class ThingController {
      constructor(readonly handler: Handler) {}
      @Get()
      @Operation('tickets.listRepairs', { summary, ok: 200 })
      read(): object {
        return { answer: this.handler.answer };
      }
    }
    @Module({ controllers: [ThingController], providers: [Handler] })
    class ThingModule {}
    return ThingModule;
  }

  it('keep what is theirs, and are guarded once', async () => {
    let guarded = 0;
    const guard: CanActivate = { canActivate: () => ++guarded > 0 };
    const log = createLogger('toy', 'silent');
    const { app, http, shutdown } = await createApplication({
      name: 'toy',
      modules: [service('one', 'first'), service('two', 'second'), ToyModule],
      configuration: {},
      log,
      guards: [guard],
    });
    await app.init();
    await http.ready();
    expect((await http.inject({ url: '/api/one' })).json()).toEqual({ answer: 'first' });
    expect((await http.inject({ url: '/api/two' })).json()).toEqual({ answer: 'second' });
    expect(guarded).toBe(2);
    await shutdown.run();
  });

  it('do not start with a route nobody has decided about', async () => {
    @Controller('api/open')
    class Open {
      @Get()
      read(): object {
        return {};
      }
    }
    @Module({ controllers: [Open] })
    class OpenModule {}
    const starting = createApplication({
      name: 'toy',
      modules: [OpenModule],
      configuration: {},
      log: createLogger('toy', 'silent'),
      guards: [],
    });
    await expect(starting).rejects.toThrow(/Open\.read \(\/api\/open\/?\): no @Operation/);
  });
});

describe('operations', () => {
  it('see whether it lives, is ready, and how it does', async () => {
    const { http, readiness, shutdown } = await toyApplication();
    await http.inject({ url: `/api/repair-requests/${id}` });
    let database = true;
    readiness.register({ name: 'nats', required: false, check: () => Promise.reject(new Error('away')) });
    readiness.register({
      name: 'database:toy',
      required: true,
      check: async () => {
        if (!database) throw new Error('away');
      },
    });
    expect((await http.inject({ url: '/health/live' })).statusCode).toBe(200);
    const ready = await http.inject({ url: '/health/ready' });
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: 'ready', checks: { nats: 'down', 'database:toy': 'up' } },
    ]);
    database = false;
    await pause(600);
    expect((await http.inject({ url: '/health/ready' })).statusCode).toBe(503);
    const metrics = await http.inject({ url: '/metrics' });
    expect(metrics.body).toContain(
      'http_request_seconds_count{method="GET",route="/api/repair-requests/:id",status="200"} 1',
    );
    expect(metrics.body).not.toContain(id);
    await shutdown.run();
  });
});
