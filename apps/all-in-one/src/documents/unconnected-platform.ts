import { HttpTransport, keysOf, ProcessPlatform, type Platform } from '@property-office/backbone';
import { NatsConnectionProvider, Topology } from '@property-office/messaging';
import { createLogger, platformVariables, readConfiguration } from '@property-office/service-kit';

/** A platform for looking at services: it is never started, so it opens no connection and reads no key. */
export function unconnectedPlatform(): Platform {
  const configuration = readConfiguration({}, platformVariables);
  const nats = new NatsConnectionProvider({ url: 'nats://localhost', name: 'documents' });
  return new ProcessPlatform({
    configuration,
    keys: keysOf(configuration),
    databaseUrlOf: () => 'postgres://localhost',
    nats,
    topology: new Topology(nats),
    internalTransport: new HttpTransport({}),
    log: createLogger('documents', 'silent'),
  });
}
