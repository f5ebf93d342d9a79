import { UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventType, ReactableEventType, WireEvent } from '@property-office/contracts';
import { OriginalErrorFilter } from './original-error.filter';
import type { ReactionDeclaration } from './reaction-spec';
import type {
  ProducerOf,
  ProducerWildcard,
  ReactionContext,
  ReactionOrder,
  ReactionReplay,
} from './reaction-types';

/** Keeps reactions away from any other transport of the process. */
export const jetStreamTransport = Symbol('jetstream');

/** One of several events, told apart by `type`. */
export type EventOf<T extends EventType> = { [K in T]: WireEvent<K> }[T];

type Selection = readonly [ReactableEventType, ...ReactableEventType[]] | ProducerWildcard;

/** The events a selection can deliver. */
export type Selected<S extends Selection> = S extends readonly EventType[]
  ? EventOf<S[number]>
  : { [K in ReactableEventType]: S extends `${ProducerOf<K>}.*` ? WireEvent<K> : never }[ReactableEventType];

export interface ReactionOptions<S extends Selection> {
  /** `<service>__<reaction>_v<n>`: unique in the process and on the broker. */
  durable: string;
  /** Events of one producer, or `'<producer>.*'` for all of them. */
  events: S;
  order: ReactionOrder;
  /** `skip` for whatever ends outside PostgreSQL. */
  replay: ReactionReplay;
  /** Messages that may share a transaction, 1 to 256. Default 32, or 1 where `concurrency` is given. */
  batch?: number;
  /** Single messages settled side by side, 1 to 8. Default 1. */
  concurrency?: number;
}

/** A handler takes `(@Payload() event, @Ctx() context)`; the compiler checks its event against the selection. */
type ReactionHandler<S extends Selection> = (
  event: Selected<S>,
  context: ReactionContext<never, Selected<S>>,
) => unknown;

/**
 * Makes a controller's method a reaction: Nest's `@EventPattern`, with the durable's name as the pattern. What the
 * method throws reaches the settler as the same object. Mistakes are reported, all together, when the process starts.
 */
export function Reaction<const S extends Selection>(options: ReactionOptions<S>) {
  const declaration: ReactionDeclaration = options;
  return <H extends ReactionHandler<S>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    EventPattern<string>(options.durable, jetStreamTransport, { reaction: declaration })(
      target,
      key,
      descriptor,
    );
    UseFilters(new OriginalErrorFilter())(target, key, descriptor);
  };
}
