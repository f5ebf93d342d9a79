/** Said to the operator as it is, without a stack. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
