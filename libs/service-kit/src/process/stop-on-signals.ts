import type { Logger } from 'pino';
import type { Shutdown } from './shutdown';

/** Stops in order on SIGTERM and SIGINT, and when the parent that started us over IPC is gone; a second signal ends at once. */
export function stopOnSignals(shutdown: Shutdown, log: Logger): void {
  const stop = (reason: string): void => {
    if (shutdown.begun) process.exit(1);
    log.info(`stopping: ${reason}`);
    void shutdown.run().then(() => {
      log.info('stopped');
      process.exit(0);
    });
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('disconnect', () => stop('the parent process is gone'));
}
