import { Type } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { eventContracts, type EventData, type EventType } from './events';
import { Id, Instant } from './events/define';

/**
 * An event as it stands in the ledger and travels on NATS: CloudEvents 1.0, structured JSON. Extension attributes are
 * lower-case as CloudEvents demands. Carries ids and facts, never a name, phone or address.
 */
export interface WireEvent<T extends EventType = EventType> {
  specversion: '1.0';
  id: string;
  /** `/tickets`: the producing service. */
  source: string;
  type: T;
  /** Id of the aggregate. */
  subject: string;
  /** When it was recorded, RFC 3339 UTC. */
  time: string;
  datacontenttype: 'application/json';
  aggregatetype: string;
  /** 1..n per aggregate without gaps. */
  aggregateversion: number;
  siteid: string;
  /** When it happened (G2): at most 72 h before `time`. */
  happenedat: string;
  actorid: string;
  actorrole: string;
  /** The person an act was done for. */
  actorfor?: string;
  /** W3C trace context of the request that caused it. */
  traceparent?: string;
  data: EventData<T>;
}

/** The bytes are not an event that this version of the contracts knows: never retried, kept as a dead letter. */
export class ContractError extends Error {
  override readonly name: string = 'ContractError';
}

/** A whole event of a type, or of a version of one, that only a newer version of the contracts may know. */
export class UnknownEventType extends ContractError {
  override readonly name = 'UnknownEventType';
}

/** JSON schema of the envelope; what `data` holds is the contract of its type. */
export const envelopeSchema = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Id,
  source: Type.String(),
  type: Type.String(),
  subject: Id,
  time: Instant,
  datacontenttype: Type.Literal('application/json'),
  aggregatetype: Type.String(),
  aggregateversion: Type.Integer({ minimum: 1 }),
  siteid: Id,
  happenedat: Instant,
  actorid: Id,
  actorrole: Type.String(),
  actorfor: Type.Optional(Id),
  traceparent: Type.Optional(Type.String()),
  data: Type.Object({}),
});

const envelope = Compile(envelopeSchema);

const validators = new Map<string, Validator>();

/** @throws ContractError naming the first thing that is wrong. */
export function parseEvent(bytes: Uint8Array): WireEvent {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ContractError(`not JSON in UTF-8: ${(error as Error).message}`);
  }
  if (!envelope.Check(value)) throw new ContractError(firstError('event', envelope, value));
  checkData(value.type, value.data);
  return value as WireEvent;
}

/** Checks `data` against the contract of `type`. @throws ContractError */
export function checkData(type: string, data: unknown): void {
  if (!isEventType(type)) throw new UnknownEventType(`unknown event type "${type}"`);
  let validator = validators.get(type);
  if (!validator) {
    validator = Compile(eventContracts[type].data) as Validator;
    validators.set(type, validator);
  }
  if (!validator.Check(data)) throw new ContractError(firstError(type, validator, data));
}

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventContracts, type);
}

function firstError(what: string, validator: Pick<Validator, 'Errors'>, value: unknown): string {
  const [error] = validator.Errors(value);
  return `${what}${error?.instancePath ?? ''} ${error?.message ?? 'is not valid'}`;
}
