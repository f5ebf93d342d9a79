import { resolve } from 'node:path';
import { entryOf, type RegisterLine } from '@property-office/archives';
import { backupsIn, readManifest, savedRows, type Manifest } from '@property-office/backup';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { registerHere } from './destruction-register';

const mostNamed = 3;

/** What of the destroyed is still in a backup, by the register outside: nothing where it was made after all of it was gone. */
export function destroyedIn(manifest: Manifest, register: readonly RegisterLine[]): string | undefined {
  const later = register.slice(savedRows(manifest, 'archives', 'destruction_register')).map((line) => entryOf(line).number);
  // Carried out by then, and of some records it was not known yet what had become of their files.
  const unwiped = savedRows(manifest, 'archives', 'record_destruction') > savedRows(manifest, 'archives', 'destruction_wipe');
  const named = `${later.slice(0, mostNamed).join(', ')}${later.length > mostNamed ? ` and ${later.length - mostNamed} more` : ''}`;
  const held = [...(later.length > 0 ? [`what ${named} destroyed`] : []), ...(unwiped ? ['files that were being wiped'] : [])];
  return held.length > 0 ? `still holds ${held.join(' and ')}` : undefined;
}

/** A line for whoever looks after the office; none where no backup holds anything that was destroyed. */
export function backupsWithDestroyed(configuration: Pick<PlatformConfiguration, 'backupDir' | 'dataDir'>): string | undefined {
  const folder = resolve(configuration.backupDir);
  const { lines } = registerHere(configuration);
  if (lines.length === 0) return undefined;
  const holding = backupsIn(folder).filter((id) => destroyedIn(readManifest(folder, id), lines) !== undefined);
  return holding.length > 0 ? `still in ${holding.length} of the backups, until ${holding.at(-1)} is removed: npm run ops -- backup list` : undefined;
}
