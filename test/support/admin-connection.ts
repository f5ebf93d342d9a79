import { Client } from 'pg';

/** A superuser's connection that is made again after the server was away. */
export class AdminConnection {
  private client: Promise<Client> | undefined;

  constructor(private readonly url: () => string) {}

  async query<R>(sql: string, params: unknown[]): Promise<R[]> {
    const client = await (this.client ??= this.connect());
    return (await client.query(sql, params)).rows as R[];
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    await client?.end();
  }

  private async connect(): Promise<Client> {
    const forget = (): void => void (this.client = undefined);
    try {
      const client = new Client({ connectionString: this.url(), connectionTimeoutMillis: 5_000 });
      client
        .once('error', forget)
        .once('end', forget)
        .on('error', () => undefined);
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
