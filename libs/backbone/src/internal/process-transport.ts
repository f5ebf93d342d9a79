import type { ServiceName } from '@property-office/contracts';
import { callOwnRoute } from '@property-office/service-kit';
import type { FastifyInstance } from 'fastify';
import type { InternalAnswer, InternalRequest, InternalTransport } from './internal-transport';

/** Asks services of this process directly and all others by `elsewhere`. */
export class ProcessTransport implements InternalTransport {
  private http: FastifyInstance | undefined;

  constructor(
    private readonly here: ReadonlySet<string>,
    private readonly elsewhere: InternalTransport,
  ) {}

  /** Services are made before what serves their routes. */
  open(http: FastifyInstance): void {
    this.http = http;
  }

  send(service: ServiceName, request: InternalRequest): Promise<InternalAnswer> {
    if (!this.here.has(service)) return this.elsewhere.send(service, request);
    if (!this.http) throw new Error(`${service} is asked before this process serves`);
    const { signal } = request;
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      callOwnRoute(this.http!, request).then(resolve, reject);
    });
  }
}
