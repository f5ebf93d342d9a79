import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics } from 'prom-client';
import { createApplication, type Application, type ApplicationOptions } from './create-application';
import { startTracing } from '../tracing/start-tracing';
import { memoryLimit } from './memory-limit';
import { stopOnSignals } from './stop-on-signals';

export interface ServeOptions<C extends HttpConfiguration> extends ApplicationOptions<C> {
  /** The one transport of events in this process. */
  strategy?: (app: NestFastifyApplication) => CustomTransportStrategy;
  /** Registers what else has to be ready, measured and stopped. */
  beforeListening?: (application: Application<C>) => void | Promise<void>;
}

export interface HttpConfiguration {
  http: { port: number; host: string; stopPauseSeconds?: number };
  tracing?: { endpoint: string | undefined; headers: string };
}

export interface Served<C> extends Application<C> {
  /** Where it listens: `http://127.0.0.1:3000`. */
  url: string;
  /** Stops in order; resolves when nothing runs any more. */
  stop: () => Promise<void>;
}

/** Starts a process: everything is connected, then it listens, then it takes events. */
export async function serve<C extends HttpConfiguration>(options: ServeOptions<C>): Promise<Served<C>> {
  const { stopPauseSeconds = 0 } = options.configuration.http;
  const application = await createApplication({ stopPauseSeconds, ...options });
  startTracing(application, options.configuration.tracing);
  const { app, log, metrics, configuration, shutdown } = application;
  collectDefaultMetrics({ register: metrics.registry });
  metrics.gauge('memory_limit_bytes', {}, () => memoryLimit());
  if (options.strategy) app.connectMicroservice({ strategy: options.strategy(app) });
  const stop = (): Promise<void> => shutdown.run();
  try {
    await options.beforeListening?.(application);
    // Does not wait for the broker, and fails where a reaction is declared wrongly: such a process must not start.
    await app.startAllMicroservices();
    await app.listen(configuration.http.port, configuration.http.host);
  } catch (error) {
    await stop();
    throw error;
  }
  stopOnSignals(shutdown, log);
  return { ...application, url: await app.getUrl(), stop };
}
