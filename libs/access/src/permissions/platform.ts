import { anybody, type Permission } from '../permission';

export const platformPermissions = {
  'platform.health': anybody,
  'platform.metrics': anybody,
} as const satisfies Record<string, Permission>;
