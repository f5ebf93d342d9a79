import { PasswordHasher } from '../passwords/password-hasher';
import type { FirstAccount } from './office-setup';
import { onEmptyDirectory, type SetupParts } from './on-empty-directory';

/**
 * The account an empty installation begins with: `operator`, who may open sites, register people and give roles.
 * @returns undefined when somebody is registered already
 */
export async function openFirstAccount(
  parts: SetupParts,
  password: string,
): Promise<FirstAccount | undefined> {
  const passwordHash = await new PasswordHasher().hash(password);
  return onEmptyDirectory(parts, async (setup) => {
    const personId = await setup.person('系统管理员');
    await setup.role(personId, 'operator');
    await setup.account(personId, 'operator', passwordHash);
    return { login: 'operator', name: '系统管理员', roles: ['operator'] };
  });
}
