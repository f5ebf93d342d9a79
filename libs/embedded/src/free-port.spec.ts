import { freePort, freePorts } from './free-port';

test('all are different, and none is one that somebody is about to take', async () => {
  const taken = await freePort();
  for (let round = 0; round < 20; round += 1) {
    const ports = await freePorts(50, [taken]);
    expect(new Set(ports).size).toBe(50);
    expect(ports).not.toContain(taken);
  }
});
