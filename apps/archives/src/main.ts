import { serveOwnProcess } from '@property-office/backbone';
import { archives } from './archives.module';

void serveOwnProcess(archives);
