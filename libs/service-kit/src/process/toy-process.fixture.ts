import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Module } from '@nestjs/common';
import { Operation } from '../operations/operation';
import { ToyGuard } from '../toy-service.fixture';
import { createLogger } from './logging';
import { serve } from './serve';
import { stopOrder } from './shutdown';

@Controller('api/repair-requests')
class Slow {
  @Get()
  @Operation('tickets.listRepairs', { summary: { zh: '慢', en: 'Slow' }, ok: 200 })
  async list(): Promise<object> {
    await pause(300);
    return {};
  }
}

@Module({ controllers: [Slow] })
class SlowModule {}

/** A process to send signals to. `hang` makes it never finish stopping by itself. */
async function main(): Promise<void> {
  const log = createLogger('toy', 'info');
  const served = await serve({
    name: 'toy',
    modules: [SlowModule],
    configuration: { http: { port: 0, host: '127.0.0.1' } },
    log,
    guards: [new ToyGuard()],
    beforeListening: ({ shutdown }) => {
      if (process.argv[2] === 'hang') {
        shutdown.register('hang', stopOrder.relay, () => new Promise(() => undefined), 60_000);
      }
    },
  });
  log.info(`listening on ${served.url}`);
}

void main();
