import { serveOwnProcess } from '@property-office/backbone';
import { documents } from './documents.module';

void serveOwnProcess(documents);
