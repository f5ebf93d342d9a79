export { documents } from './documents.module';
