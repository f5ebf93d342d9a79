import type { Disk } from '@property-office/backbone';

const variables: Readonly<Record<string, string>> = { data: 'DATA_DIR', backups: 'BACKUP_DIR' };

/** As an operator knows a folder: by its variable. */
export const placeOf = ({ folder }: Disk): string => variables[folder] ?? `DATA_DIR/${folder}`;

export function diskLine(disks: readonly Disk[]): string {
  return disks.map((disk) => `${placeOf(disk)} ${gigabytes(disk.free)} of ${gigabytes(disk.size)} GB free`).join(', ');
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
