export { aloneInOffice, type AloneOptions, type StillAlone } from './alone-in-office';
export { BackupError } from './backup-error';
export type { KeptBytes } from './bytes';
export { keepNewest } from './keep-newest';
export { makeBackup, type BackupOptions, type Progress } from './make-backup';
export { backupsIn, fileOfBytes, readManifest, readProof, rowsIn, savedRows, type Manifest, type Proof } from './manifest';
export { damageOf, proveBackup, writeProof } from './prove-backup';
export { platformSchema, requireEmpty, restoreDatabase, restoreFiles, type RestoreOptions } from './restore-backup';
