import { FolderInUseError, readRunFile, startEmbedded, type RunFile } from '@property-office/embedded';
import { Database } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { Client, types } from 'pg';
import { services } from '../services';
import { Broker } from './broker';

/** The system an operator's command works on, whether or not the office runs. */
export interface System {
  /** As administrator: sees every schema. */
  database: Client;
  /** Where that is. */
  databaseUrl: string;
  /** Undefined when NATS does not answer. */
  broker: Broker | undefined;
  /** Where things are while the office itself runs on the data folder. */
  run: RunFile | undefined;
  configuration: PlatformConfiguration;
  /** One service's schema, as the service's own parts see it. */
  schemaOf(service: string): Promise<Database>;
  close(): Promise<void>;
}

/** Said to the operator as it is, without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The office that runs on the data folder. In a container of its own a process has the numbers of another's: that of this one is no office's. */
export function officeOn({ dataDir }: Pick<PlatformConfiguration, 'dataDir'>): RunFile | undefined {
  const run = readRunFile(dataDir);
  return run?.pid === process.pid ? undefined : run;
}

interface Addresses {
  databaseUrl: string;
  natsUrl: string;
  stop(): Promise<void>;
}

const connectWithinMs = 5_000;

/**
 * Finds the system by run.json or by the configured addresses; starts the embedded servers for the time being where
 * nobody runs them.
 * @throws OperatorError when PostgreSQL does not answer
 */
export async function openSystem(configuration: PlatformConfiguration): Promise<System> {
  const run = officeOn(configuration);
  const { databaseUrl, natsUrl, stop } = await addressesOf(configuration, run);
  types.setTypeParser(types.builtins.INT8, Number);
  const database = new Client({
    connectionString: databaseUrl,
    application_name: 'property-office ops',
    connectionTimeoutMillis: connectWithinMs,
  });
  const opened = new Map<string, Promise<Database>>();
  try {
    await database.connect();
  } catch (error) {
    await stop();
    throw new OperatorError(
      `PostgreSQL at ${new URL(databaseUrl).host} does not answer: ${(error as Error).message}`,
    );
  }
  // A command reads for longer than its connection may live; it then fails where it asks next.
  database.on('error', () => undefined);
  const broker = await Broker.open(natsUrl);
  return {
    database,
    databaseUrl,
    broker,
    run,
    configuration,
    schemaOf(service) {
      const schema = opened.get(service) ?? openSchema(service, databaseUrl);
      opened.set(service, schema);
      return schema;
    },
    async close() {
      await Promise.all([...opened.values()].map(async (schema) => (await schema).close()));
      await broker?.close();
      await database.end();
      await stop();
    },
  };
}

async function openSchema(service: string, databaseUrl: string): Promise<Database> {
  const definition = services.find(({ name }) => name === service);
  const names = services.map(({ name }) => name).join(', ');
  if (!definition) throw new OperatorError(`there is no service ${service}: ${names}`);
  const schema = new Database({ ...definition.schema, entities: [], poolSize: 1 }, databaseUrl);
  await schema.connect();
  return schema;
}

async function addressesOf(
  { dataDir, database, nats }: PlatformConfiguration,
  run: RunFile | undefined,
): Promise<Addresses> {
  const databaseUrl = run?.databaseUrl ?? database.url;
  const natsUrl = run?.natsUrl ?? nats.url;
  if (databaseUrl && natsUrl) return { databaseUrl, natsUrl, stop: async () => undefined };
  try {
    return await startEmbedded({
      dataDir,
      log: () => undefined,
      ...(databaseUrl && { databaseUrl }),
      ...(natsUrl && { natsUrl }),
      ...(nats.serverBinary && { natsServerBinary: nats.serverBinary }),
    });
  } catch (error) {
    if (error instanceof FolderInUseError)
      throw new OperatorError(`${error.message}\nIt is starting or stopping: try again in a moment.`);
    throw error;
  }
}
