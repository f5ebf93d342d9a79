export { tracking } from './tracking.module';
