export { files } from './files.module';
export { BlobStore, bytesFolder, draftsFolder } from './storage/blob-store';
export { seedDemoPicture } from './setup/seed-demo-picture';
export { bytesFound } from './fixity/bytes-found';
export { restoreContent } from './fixity/restore-content';
export { wipeAgain, type DestroyedObject } from './features/wipe-object/wipe-again';
