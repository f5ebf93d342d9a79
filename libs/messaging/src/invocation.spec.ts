import { toyEvent } from './fixtures/toy-event';
import { invocation } from './invocation';
import { reactionSpec } from './reaction-spec';
import { HandlerOverdue } from './within-deadline';

const reaction = reactionSpec({
  durable: 'tracking__slow_v1',
  events: 'tickets.*',
  order: 'any',
  replay: 'rebuild',
});
const tx = { now: new Date(0) };

it('a handler without an end has failed at its deadline', async () => {
  const ran: boolean[] = [];
  const invoke = invocation(
    reaction,
    () => new Promise<never>(() => undefined),
    { handled: (_, __, ok) => void ran.push(ok) },
    30,
  );
  await expect(invoke(toyEvent(), tx)).rejects.toThrow(HandlerOverdue);
  expect(ran).toEqual([false]);
});

it('one that fails after its deadline troubles nobody', async () => {
  const late = invocation(
    reaction,
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      throw new Error('too late to be heard');
    },
    {},
    30,
  );
  await expect(late(toyEvent(), tx)).rejects.toThrow('did not end within 0.03 s');
  await new Promise((resolve) => setTimeout(resolve, 60));
});

it('one that ends in time is not disturbed', async () => {
  const invoke = invocation(reaction, async () => undefined, {}, 1_000);
  await expect(invoke(toyEvent(), tx)).resolves.toBeUndefined();
});
