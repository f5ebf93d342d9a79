import type { DestinationStream } from 'pino';

/**
 * Standard output for log lines: written at once, and dropped when nobody reads it any more. pino's own destination waits
 * for a vanished reader for ever when the process ends (sonic-boom 4.2, flushSync on EPIPE).
 */
export function standardOutput(): DestinationStream {
  let isRead = true;
  process.stdout.on('error', () => {
    isRead = false;
  });
  return {
    write: (line) => {
      if (isRead) process.stdout.write(line);
    },
  };
}
