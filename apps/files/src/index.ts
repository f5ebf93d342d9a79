export { files } from './files.module';
