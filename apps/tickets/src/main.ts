import { serveOwnProcess } from '@property-office/backbone';
import { tickets } from './tickets.module';

void serveOwnProcess(tickets);
