export { notifications } from './notifications.module';
