import { serveOwnProcess } from '@property-office/backbone';
import { files } from './files.module';

void serveOwnProcess(files);
