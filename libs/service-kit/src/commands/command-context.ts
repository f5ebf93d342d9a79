import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { Language } from '../http/language';

/** What a use case knows of the request that asks for it. */
export interface CommandContext {
  /** What is being done: its row of the permission table decides who may, and on which objects. */
  readonly operation: OperationKey;
  /** Who acts. */
  readonly principal: Principal;
  /** Set when the client sent an Idempotency-Key. */
  readonly idempotency?: IdempotencyRequest;
  /** The If-Match header as it came; see `ifMatch`. */
  readonly ifMatch?: string;
  readonly requestId: string;
  /** W3C trace context to hand on to events and to other services. */
  readonly traceparent: string;
  readonly language: Language;
  /** Method and route template: `POST /api/repair-requests/:id/cancel`. */
  readonly route: string;
}

export interface IdempotencyRequest {
  key: string;
  /** SHA-256 of what was asked; another hash under the same key is another request. */
  requestHash: Buffer;
}
