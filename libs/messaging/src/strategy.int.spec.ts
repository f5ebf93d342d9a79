import {
  Controller,
  ForbiddenException,
  Injectable,
  Module,
  UseGuards,
  type CanActivate,
  type INestMicroservice,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { WireEvent } from '@property-office/contracts';
import { testNats, waitFor } from '@property-office/testing';
import { of } from 'rxjs';
import { InvalidReaction } from './errors';
import { KeptLog, Office } from './fixtures/office';
import { ToySettler } from './fixtures/toy-settler';
import { toyEvent } from './fixtures/toy-event';
import { Reaction } from './reaction.decorator';
import type { ReactionContext } from './reaction-types';
import { JetStreamStrategy } from './strategy';

const seen: { durable: string; event: WireEvent; context: ReactionContext }[] = [];
class OutOfPaint extends Error {
  readonly colour = 'green';
}
const outOfPaint = new OutOfPaint('out of paint');

@Injectable()
class NotOnSundays implements CanActivate {
  canActivate(): boolean {
    throw new ForbiddenException('not on Sundays');
  }
}

@Controller()
class TrackingReactions {
  @Reaction({
    durable: 'tracking__notes_v1',
    events: ['tickets.repair-commented.v1'],
    order: 'any',
    replay: 'rebuild',
  })
  async onComment(
    @Payload() event: WireEvent<'tickets.repair-commented.v1'>,
    @Ctx() context: ReactionContext,
  ): Promise<void> {
    seen.push({ durable: 'tracking__notes_v1', event, context });
  }

  @Reaction({
    durable: 'tracking__painting_v1',
    events: ['tickets.repair-cancelled.v1'],
    order: 'any',
    replay: 'skip',
  })
  async onCancelled(@Payload() event: WireEvent<'tickets.repair-cancelled.v1'>): Promise<void> {
    if (event.subject) throw outOfPaint;
  }

  @UseGuards(NotOnSundays)
  @Reaction({
    durable: 'tracking__guarded_v1',
    events: ['tickets.repair-cancelled.v1'],
    order: 'any',
    replay: 'skip',
  })
  onCancelledGuarded(): void {
    throw new Error('the guard did not hold');
  }
}

@Controller()
class DispatchReactions {
  @Reaction({ durable: 'dispatch__notes_v1', events: 'tickets.*', order: 'latest', replay: 'rebuild' })
  onAny(@Payload() event: WireEvent, @Ctx() context: ReactionContext) {
    seen.push({ durable: 'dispatch__notes_v1', event, context });
    return of('an observable is waited for as well');
  }
}

@Module({ controllers: [TrackingReactions] })
class TrackingModule {}
@Module({ controllers: [DispatchReactions] })
class DispatchModule {}
@Module({ imports: [TrackingModule, DispatchModule] })
class TwoServices {}

@Controller()
class Doubled {
  @Reaction({ durable: 'tracking__notes_v1', events: 'tickets.*', order: 'any', replay: 'skip' })
  again(): void {}
}
@Controller()
class Stray {
  @EventPattern<string>('a-bare-pattern')
  stray(): void {}
  @Reaction({ durable: 'notes', events: 'tickets.*', order: 'any', replay: 'skip' })
  misnamed(): void {}
  @Reaction({ durable: 'archives__notes_v1', events: 'tickets.*', order: 'any', replay: 'skip' })
  unserved(): void {}
}
@Module({ imports: [TwoServices], controllers: [Doubled, Stray] })
class WrongModule {}

describe('two services in one Nest process', () => {
  let office: Office;
  let app: INestMicroservice;
  const tracking = new ToySettler('tracking', ({ deliveryCount }) =>
    deliveryCount > 1 ? { kind: 'ack' } : { kind: 'ack' },
  );
  const dispatch = new ToySettler('dispatch');

  const start = async (module: Type) => {
    const strategy = new JetStreamStrategy({
      connection: office.connection,
      settlers: [tracking, dispatch],
      topology: office.topology,
      log: new KeptLog(),
    });
    app = await NestFactory.createMicroservice(module, { strategy, logger: false });
    await app.listen();
    return strategy;
  };

  beforeEach(async () => {
    const nats = await testNats();
    await nats.wipe();
    office = new Office(nats.url);
    await office.connection.connected();
    seen.length = 0;
  });
  afterEach(async () => {
    await app?.close();
    await office.close();
  });

  it('each hear one event through their own durable and settler', async () => {
    const strategy = await start(TwoServices);
    await waitFor(() => Object.values(strategy.state().loops).every((state) => state === 'running'), {
      what: 'all loops',
    });
    const event = { ...toyEvent(), traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    expect(tracking.registered.sort()).toEqual([
      'tracking__guarded_v1',
      'tracking__notes_v1',
      'tracking__painting_v1',
    ]);
    await office.publish(event);
    await waitFor(() => seen.length === 2, { what: 'both services' });
    expect(seen.map(({ durable }) => durable).sort()).toEqual(['dispatch__notes_v1', 'tracking__notes_v1']);
    for (const each of seen) {
      expect(each.event).toEqual(event);
      expect(each.context).toMatchObject({
        now: new Date(0),
        tx: { now: new Date(0) },
        traceparent: event.traceparent,
        reaction: { durable: each.durable },
      });
    }
    expect(tracking.calls.map(({ reaction }) => reaction.durable)).toContain('tracking__notes_v1');
    expect(dispatch.calls.map(({ reaction }) => reaction.durable)).toEqual(['dispatch__notes_v1']);
  });

  it('give the settler the very error a handler or a guard threw', async () => {
    await start(TwoServices);
    await office.topology.apply();
    await office.publish(toyEvent('tickets.repair-cancelled.v1'));
    await waitFor(() => tracking.errors.length >= 2, { what: 'both errors' });
    expect(tracking.errors).toContain(outOfPaint);
    expect(tracking.errors.find((error) => error instanceof ForbiddenException)).toMatchObject({
      message: 'not on Sundays',
    });
    expect(
      tracking.errors.every((error) => error === outOfPaint || error instanceof ForbiddenException),
    ).toBe(true);
  });

  it('do not start with wrong reactions, and hear of every mistake at once', async () => {
    const starting = start(WrongModule);
    await expect(starting).rejects.toThrow(InvalidReaction);
    await expect(starting).rejects.toThrow('tracking__notes_v1: two reactions have this durable name');
    await expect(starting).rejects.toThrow('"a-bare-pattern" is handled without @Reaction');
    await expect(starting).rejects.toThrow('"notes" is no durable name');
    await expect(starting).rejects.toThrow(
      'archives__notes_v1: no settler of service "archives" in this process',
    );
  });
});
