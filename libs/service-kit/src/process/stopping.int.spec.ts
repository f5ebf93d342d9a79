import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Module } from '@nestjs/common';
import { waitFor } from '@property-office/testing';
import { Operation } from '../operations/operation';
import { toyPrincipal, ToyGuard } from '../toy-service.fixture';
import { createLogger } from './logging';
import { serve, type Served } from './serve';

const summary = { zh: '操作', en: 'Operation' };

describe('stopping under load', () => {
  @Controller('api/repair-requests')
  class Slow {
    @Get()
    @Operation('tickets.listRepairs', { summary, ok: 200 })
    async list(): Promise<object> {
      await pause(30);
      return { name: toyPrincipal.name };
    }
  }
  @Module({ controllers: [Slow] })
  class SlowModule {}

  const begin = (stopPauseSeconds = 0): Promise<Served<{ http: { port: number; host: string } }>> =>
    serve({
      name: 'toy',
      modules: [SlowModule],
      configuration: { http: { port: 0, host: '127.0.0.1', stopPauseSeconds } },
      log: createLogger('toy', 'silent'),
      guards: [new ToyGuard()],
    });

  it('loses no request, and ends in time', async () => {
    const served = await begin();
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const outcomes: string[] = [];
    let begun = 0;
    served.app.getHttpServer().on('request', () => (begun += 1));
    let stopped = false;
    const client = async (): Promise<void> => {
      while (!stopped) {
        outcomes.push(
          await new Promise<string>((resolve) => {
            request(`${served.url}/api/repair-requests`, { agent }, (answer) => {
              answer.resume().on('end', () => resolve(String(answer.statusCode)));
            })
              .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
              .end();
          }),
        );
        if (outcomes.at(-1) !== '200') return;
      }
    };
    const clients = Array.from({ length: 20 }, client);
    await waitFor(() => outcomes.length > 40, { what: 'the load to be on' });
    const began = performance.now();
    await served.stop();
    const tookMs = performance.now() - began;
    await Promise.all(clients);
    stopped = true;
    // What the system had not yet handed over when the port closed is reset: nobody has begun with it.
    const answered = outcomes.filter((outcome) => outcome === '200');
    const turnedAway = outcomes.filter((outcome) => outcome !== '200');
    expect(answered).toHaveLength(begun);
    expect(turnedAway).toHaveLength(clients.length);
    expect([...new Set(turnedAway)].filter((code) => !['ECONNREFUSED', 'ECONNRESET'].includes(code))).toEqual([]);
    expect(tookMs).toBeLessThan(10_000);
  });

  it('turns readiness off first and closes connections that are only kept', async () => {
    const served = await begin();
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) =>
      request(`${served.url}/health/live`, { agent }, (answer) => answer.resume().on('end', resolve)).end(),
    );
    const stopping = served.stop();
    await pause(0);
    expect(await served.readiness.report()).toEqual({ status: 'stopping', checks: {} });
    await stopping;
    expect(served.app.getHttpServer().listening).toBe(false);
  });

  it('takes requests for as long as its address may still be known, saying that it is not ready', async () => {
    const served = await begin(1);
    const began = performance.now();
    const stopping = served.stop();
    await pause(600);
    const ready = await fetch(`${served.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping', checks: {} }]);
    expect((await fetch(`${served.url}/api/repair-requests`)).status).toBe(200);
    await stopping;
    expect(performance.now() - began).toBeGreaterThan(1_000);
    await expect(fetch(`${served.url}/health/live`)).rejects.toThrow('fetch failed');
  });

  it('does not wait for connections on which nothing was ever asked', async () => {
    const served = await begin();
    const { port, hostname } = new URL(served.url);
    const unused = connect(Number(port), hostname);
    await once(unused, 'connect');
    const closed = once(unused, 'close');
    const began = performance.now();
    await served.stop();
    await closed;
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('frees the port when it cannot start', async () => {
    const first = await begin();
    const port = Number(new URL(first.url).port);
    const second = serve({
      name: 'toy',
      modules: [SlowModule],
      configuration: { http: { port, host: '127.0.0.1' } },
      log: createLogger('toy', 'silent'),
      guards: [new ToyGuard()],
    });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.stop();
  });
});
