export { tickets } from './tickets.module';
