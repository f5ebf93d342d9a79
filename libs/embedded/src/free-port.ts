import net from 'node:net';

/** A server found its port taken by somebody else between our choice and its bind. */
export class PortTakenError extends Error {}

/** A TCP port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
  return (await freePorts(1))[0]!;
}

/** So many, all different, and none that somebody is about to take. */
export async function freePorts(count: number, taken: readonly number[] = []): Promise<number[]> {
  // All open at once: the system gives none of them twice.
  const probes = await Promise.all(Array.from({ length: count + taken.length }, () => open()));
  const ports = probes.map((probe) => (probe.address() as net.AddressInfo).port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports.filter((port) => !taken.includes(port)).slice(0, count);
}

/**
 * To be asked before anything is said or made that a start which ends here would take along.
 * @throws PortTakenError saying how to choose another
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = await open(port, host).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new PortTakenError(`port ${port} is taken by another program: end that, or choose another with PORT`);
  });
  await new Promise((resolve) => probe.close(resolve));
}

function open(port = 0, host = '127.0.0.1'): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => resolve(probe));
  });
}

/** Runs `start` with `preferred` (where given) and then with free ports, again while the port turns out to be taken. */
export async function onFreePort<T>(start: (port: number) => Promise<T>, preferred?: number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const port = attempt === 1 && preferred ? preferred : await freePort();
    try {
      return await start(port);
    } catch (error) {
      if (!(error instanceof PortTakenError) || attempt === 5) throw error;
    }
  }
}
