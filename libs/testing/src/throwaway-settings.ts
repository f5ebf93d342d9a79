/** PostgreSQL for data that nobody will miss: nothing waits for the disk. Tests only. */
export const throwawaySettings: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  max_connections: '300',
  autovacuum: 'off',
  // A killed server's shared memory goes with its folder instead of staying in /dev/shm.
  dynamic_shared_memory_type: 'mmap',
};
