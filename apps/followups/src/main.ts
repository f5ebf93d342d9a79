import { serveOwnProcess } from '@property-office/backbone';
import { followups } from './followups.module';

void serveOwnProcess(followups);
