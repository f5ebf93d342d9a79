import { serveOwnProcess } from '@property-office/backbone';
import { tracking } from './tracking.module';

void serveOwnProcess(tracking);
