import { serveOwnProcess } from '@property-office/backbone';
import { reception } from './reception.module';

void serveOwnProcess(reception);
