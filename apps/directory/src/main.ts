import { serveOwnProcess } from '@property-office/backbone';
import { directory } from './directory.module';

void serveOwnProcess(directory);
