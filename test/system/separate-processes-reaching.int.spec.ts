import { walkInOneOffice } from '../support/journey';
import { reaching } from './journeys';

walkInOneOffice({ deployment: 'services', reaching: true }, ...reaching);
