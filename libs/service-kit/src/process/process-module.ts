import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { Metrics } from './metrics';
import { Readiness } from './readiness';
import { Shutdown } from './shutdown';

/** What exists once in a process, however many services it runs. */
export interface ProcessParts<C = unknown> {
  name: string;
  configuration: C;
  log: Logger;
  metrics: Metrics;
  readiness: Readiness;
  shutdown: Shutdown;
}

/** Injection token of the configuration the process was started with. */
export const CONFIGURATION = Symbol('configuration');

/** Gives every service module the parts of its process. Made by the bootstrap; the one module that is seen everywhere. */
@Module({})
export class ProcessModule {
  static with({ configuration, metrics, readiness, shutdown }: ProcessParts): DynamicModule {
    const providers = [
      { provide: CONFIGURATION, useValue: configuration },
      { provide: Metrics, useValue: metrics },
      { provide: Readiness, useValue: readiness },
      { provide: Shutdown, useValue: shutdown },
    ];
    return { module: ProcessModule, global: true, providers, exports: providers };
  }
}
