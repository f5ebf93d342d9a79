import { requestHash, type CommandContext } from '@property-office/service-kit';

/**
 * A command whose body holds a password. Its idempotency row keeps a hash of what was asked; a fast hash of a password
 * must not be kept, so it is made of the rest.
 */
export function withoutSecret(command: CommandContext, ...rest: string[]): CommandContext {
  const { idempotency, route } = command;
  return idempotency
    ? { ...command, idempotency: { key: idempotency.key, requestHash: requestHash(route, '', rest) } }
    : command;
}
