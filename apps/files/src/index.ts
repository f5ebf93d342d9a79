export { files } from './files.module';
export { whyAway } from './storage/away';
export { BlobStore } from './storage/blob-store';
export { openStore } from './storage/open-store';
export { seedDemoPicture } from './setup/seed-demo-picture';
export { bytesFound } from './fixity/bytes-found';
export { wipeAgain, type DestroyedObject } from './features/wipe-object/wipe-again';
