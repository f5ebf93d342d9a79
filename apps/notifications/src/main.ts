import { serveOwnProcess } from '@property-office/backbone';
import { notifications } from './notifications.module';

void serveOwnProcess(notifications);
