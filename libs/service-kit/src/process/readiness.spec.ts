import { Readiness } from './readiness';

const up = async (): Promise<void> => undefined;
const down = async (): Promise<void> => Promise.reject(new Error('away'));

describe('readiness', () => {
  it('is there when nothing is needed', async () => {
    expect(await new Readiness().report()).toEqual({ status: 'ready', checks: {} });
  });

  it('needs what is required, and only reports the rest', async () => {
    const readiness = new Readiness();
    readiness.register({ name: 'nats', check: down, required: false });
    readiness.register({ name: 'database:tickets', check: up, required: true });
    expect(await readiness.report()).toEqual({
      status: 'ready',
      checks: { nats: 'down', 'database:tickets': 'up' },
    });

    const without = new Readiness();
    without.register({ name: 'database:tickets', check: down, required: true });
    expect((await without.report()).status).toBe('not-ready');
  });

  it('takes a check that does not answer within a second for down', async () => {
    const readiness = new Readiness();
    readiness.register({ name: 'x', check: () => new Promise(() => undefined), required: true });
    readiness.register({
      name: 'y',
      check: () => {
        throw new Error('at once');
      },
      required: true,
    });
    expect(await readiness.report()).toEqual({ status: 'not-ready', checks: { x: 'down', y: 'down' } });
  });

  it('asks once for watchers that come together', async () => {
    let asked = 0;
    const readiness = new Readiness();
    readiness.register({ name: 'x', check: async () => asked++, required: true });
    await Promise.all([readiness.report(), readiness.report(), readiness.report()]);
    expect(asked).toBe(1);
  });

  it('is off for good once stopping', async () => {
    const readiness = new Readiness();
    readiness.turnOff();
    expect((await readiness.report()).status).toBe('stopping');
  });
});
