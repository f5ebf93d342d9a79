import { serveOwnProcess } from '@property-office/backbone';
import { dispatch } from './dispatch.module';

void serveOwnProcess(dispatch);
