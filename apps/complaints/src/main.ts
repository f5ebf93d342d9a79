import { serveOwnProcess } from '@property-office/backbone';
import { complaints } from './complaints.module';

void serveOwnProcess(complaints);
