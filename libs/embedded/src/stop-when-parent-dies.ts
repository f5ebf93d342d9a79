/**
 * The child's half of a contract with the entry scripts (scripts/run-child.js): they start us with an IPC channel and
 * never use it. It closes when they end, also by kill -9; then `stop` is called, once. Without such a parent nothing
 * happens. The channel does not keep this process alive.
 */
export function stopWhenParentDies(stop: () => void): void {
  if (!process.channel) return;
  process.once('disconnect', stop);
  process.channel.unref();
}
