import type { OperationKey } from '@property-office/access';
import type { CommandContext } from '@property-office/service-kit';

/** Whom the demonstration acts as. */
export type Person = 'clerk' | 'director' | 'lead' | 'desk';
export type People = Record<Person, (operation: OperationKey) => CommandContext>;
