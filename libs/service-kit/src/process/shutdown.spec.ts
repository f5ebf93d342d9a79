import { pino } from 'pino';
import { Shutdown, stopOrder } from './shutdown';

const steps = (): { shutdown: Shutdown; ran: string[]; lines: string[] } => {
  const lines: string[] = [];
  const shutdown = new Shutdown(pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }));
  return { shutdown, ran: [], lines };
};

describe('stopping', () => {
  it('runs the steps in order, however they were registered', async () => {
    const { shutdown, ran } = steps();
    shutdown.register('pools', stopOrder.pools, () => void ran.push('pools'), 100);
    shutdown.register('readiness', stopOrder.readiness, () => void ran.push('readiness'), 100);
    shutdown.register('relay', stopOrder.relay, async () => void ran.push('relay'), 100);
    await shutdown.run();
    expect(ran).toEqual(['readiness', 'relay', 'pools']);
  });

  it('waits for all steps of one number before the next', async () => {
    const { shutdown, ran } = steps();
    const slow = new Promise<void>((resolve) => setTimeout(() => (ran.push('slow'), resolve()), 30));
    shutdown.register('slow', 10, () => slow, 500);
    shutdown.register('quick', 10, () => void ran.push('quick'), 500);
    shutdown.register('after', 20, () => void ran.push('after'), 500);
    await shutdown.run();
    expect(ran).toEqual(['quick', 'slow', 'after']);
  });

  it('goes on without a step that is out of time or fails, and says so', async () => {
    const { shutdown, ran, lines } = steps();
    shutdown.register('hangs', 10, () => new Promise(() => undefined), 20);
    shutdown.register('fails', 10, () => Promise.reject(new Error('broken')), 100);
    shutdown.register(
      'throws',
      10,
      () => {
        throw new Error('at once');
      },
      100,
    );
    shutdown.register('after', 20, () => void ran.push('after'), 100);
    await shutdown.run();
    expect(ran).toEqual(['after']);
    const log = lines.join('');
    expect(log).toContain('out of time');
    expect(log).toContain('broken');
    expect(log).toContain('at once');
  });

  it('happens once, however often it is asked for', async () => {
    const { shutdown, ran } = steps();
    shutdown.register('x', 1, () => void ran.push('x'), 100);
    expect(shutdown.begun).toBe(false);
    const both = [shutdown.run(), shutdown.run()];
    expect(shutdown.begun).toBe(true);
    await Promise.all(both);
    expect(ran).toEqual(['x']);
  });
});
