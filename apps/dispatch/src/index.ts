export { dispatch } from './dispatch.module';
