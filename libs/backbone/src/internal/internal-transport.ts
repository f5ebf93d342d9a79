import type { ServiceName } from '@property-office/contracts';

export interface InternalRequest {
  path: `/internal/${string}`;
  headers: Record<string, string>;
  /** JSON */
  body: string;
  /** Gives up when it fires. */
  signal: AbortSignal;
}

export interface InternalAnswer {
  status: number;
  body: string;
}

/** How a request reaches an internal route: over HTTP to a service's address, or within the process. */
export interface InternalTransport {
  /** @throws when there is no answer */
  send(service: ServiceName, request: InternalRequest): Promise<InternalAnswer>;
}
