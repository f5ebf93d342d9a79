import { Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { Reaction, type EventOf, type Selected } from './reaction.decorator';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Requested = WireEvent<'tickets.repair-requested.v1'>;
type Cancelled = WireEvent<'tickets.repair-cancelled.v1'>;

/** Whether the compiler lets a reaction to `S` have a handler with this parameter. */
type Accepts<S extends Parameters<typeof Reaction>[0]['events'], Event> = [Selected<S>] extends [Event]
  ? true
  : false;

const compiled: {
  listOfTwo: Same<
    Selected<readonly ['tickets.repair-requested.v1', 'tickets.repair-cancelled.v1']>,
    Requested | Cancelled
  >;
  wildcardHasItsOwn: Requested extends Selected<'tickets.*'> ? true : false;
  wildcardHasNoStranger: Same<Extract<Selected<'tickets.*'>['type'], `directory.${string}`>, never>;
  discriminated: Same<
    Extract<
      EventOf<'tickets.repair-requested.v1' | 'tickets.repair-cancelled.v1'>,
      { type: 'tickets.repair-cancelled.v1' }
    >,
    Cancelled
  >;
  widerHandler: Accepts<readonly ['tickets.repair-requested.v1'], Requested | Cancelled>;
  narrowerHandler: Accepts<
    readonly ['tickets.repair-requested.v1', 'tickets.repair-cancelled.v1'],
    Requested
  >;
} = {
  listOfTwo: true,
  wildcardHasItsOwn: true,
  wildcardHasNoStranger: true,
  discriminated: true,
  widerHandler: true,
  narrowerHandler: false,
};

class Reactions {
  @Reaction({ durable: 'tracking__timeline_v1', events: 'tickets.*', order: 'strict', replay: 'rebuild' })
  onTicket(@Payload() event: WireEvent): string {
    return event.id;
  }
}

describe('@Reaction', () => {
  it('gives the compiler the events a handler must take', () => {
    expect(Object.keys(compiled)).toHaveLength(6);
  });

  it('is an event pattern named like the durable, with what was declared beside it', () => {
    const metadata = Reflect.getMetadataKeys(Reactions.prototype.onTicket).map((key): unknown =>
      Reflect.getMetadata(key, Reactions.prototype.onTicket),
    );
    expect(metadata).toContainEqual(['tracking__timeline_v1']);
    expect(metadata).toContainEqual({
      reaction: { durable: 'tracking__timeline_v1', events: 'tickets.*', order: 'strict', replay: 'rebuild' },
    });
  });
});
