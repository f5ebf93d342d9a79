import { setTimeout as pause } from 'node:timers/promises';
import type { CanActivate, DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { assertAllRoutesDeclared } from '@property-office/access';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { DtoPipe } from '../fields/dto-pipe';
import { UnaskedBody } from '../fields/unasked-body';
import { recordAnswers } from '../http/access-log';
import { sendAnswers } from '../http/answer-hook';
import { sendProblemPages } from '../pages/problem-pages';
import { httpServer } from '../http/http-server';
import { ProblemFilter } from '../problems/problem-filter';
import { finishRequests } from './finish-requests';
import { UnusedConnections } from './unused-connections';
import { HttpMetrics } from './http-metrics';
import { NestLogger } from './logging';
import { Metrics } from './metrics';
import { addOperationsRoutes } from './operations-routes';
import { ProcessModule, type ProcessParts } from './process-module';
import { Readiness } from './readiness';
import { Shutdown, stopOrder } from './shutdown';

/** What stands before the routes of an all-in-one process; it may add hooks, parsers and routes. */
export type Door = (http: FastifyInstance, parts: ProcessParts) => void | Promise<void>;

export interface ApplicationOptions<C = unknown> {
  /** Of the process: `tickets`, `all-in-one`. */
  name: string;
  modules: Array<Type | DynamicModule>;
  configuration: C;
  log: Logger;
  /** Between readiness off and the end of listening, in seconds. Default: 0. */
  stopPauseSeconds?: number;
  /** Run before every route, in order: the principal guard of libs/access. */
  guards: CanActivate[];
  door?: Door;
}

export interface Application<C = unknown> extends ProcessParts<C> {
  app: NestFastifyApplication;
  http: FastifyInstance;
}

const requestsBudgetMs = 15_000;
const closeBudgetMs = 10_000;

/**
 * The one place that mounts what every service has: context, parsing, guard, validation, problems, log, metrics, health
 * and the order of stopping. The application is not yet initialised: `app.init()` or `serve` does that.
 */
export async function createApplication<C>(options: ApplicationOptions<C>): Promise<Application<C>> {
  const { name, modules, configuration, log, guards, door, stopPauseSeconds = 0 } = options;
  const shutdown = new Shutdown(log);
  const parts: ProcessParts<C> = {
    name,
    configuration,
    log,
    metrics: new Metrics(),
    readiness: new Readiness(),
    shutdown,
  };

  const http = httpServer(shutdown);
  const unused = new UnusedConnections(http.server);
  sendAnswers(http);
  sendProblemPages(http);
  recordAnswers(http, log, new HttpMetrics(parts.metrics));
  addOperationsRoutes(http, parts);
  await door?.(http, parts);

  const root: DynamicModule = { module: RootModule, imports: [ProcessModule.with(parts), ...modules] };
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(http), {
    logger: new NestLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  assertAllRoutesDeclared(app);
  app.useGlobalGuards(...guards, new UnaskedBody());
  app.useGlobalPipes(new DtoPipe());
  app.useGlobalFilters(new ProblemFilter());

  shutdown.register('readiness off', stopOrder.readiness, () => parts.readiness.turnOff(), 100);
  if (stopPauseSeconds > 0)
    shutdown.register('pause', stopOrder.pause, () => pause(stopPauseSeconds * 1_000), stopPauseSeconds * 1_000 + 1_000);
  shutdown.register(
    'finish requests',
    stopOrder.requests,
    () => finishRequests(app.getHttpServer(), unused),
    requestsBudgetMs,
  );
  shutdown.register('close application', stopOrder.pools, () => app.close(), closeBudgetMs);
  return { ...parts, app, http };
}

class RootModule {}
