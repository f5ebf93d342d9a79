import { diskLine } from './disks';

test('each disk is told by the variable of its folder', () => {
  const gigabytes = (free: number, size: number) => ({ path: '/', free: free * 1e9, size: size * 1e9 });
  const line = diskLine([
    { folder: 'data', ...gigabytes(12.34, 100) },
    { folder: 'files', ...gigabytes(40, 50) },
    { folder: 'backups', ...gigabytes(0.5, 100) },
  ]);
  expect(line).toBe('DATA_DIR 12.3 of 100.0 GB free, DATA_DIR/files 40.0 of 50.0 GB free, BACKUP_DIR 0.5 of 100.0 GB free');
});
