export { files } from './files.module';
export { bytesFolder, draftsFolder } from './storage/blob-store';
