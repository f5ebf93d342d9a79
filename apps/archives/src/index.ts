export { archives } from './archives.module';
