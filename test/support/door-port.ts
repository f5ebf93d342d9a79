import net from 'node:net';

/** Below those that systems give to whoever asks for any: the office's own servers do not take it before the door opens. */
const [lowest, highest] = [20_000, 30_000];

/** A TCP port that is free now, for the door of an office that is about to start. */
export async function portOfDoor(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
