export { followups } from './followups.module';
