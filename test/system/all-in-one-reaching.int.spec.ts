import { walkInOneOffice } from '../support/journey';
import { reaching } from './journeys';

walkInOneOffice({ deployment: 'all-in-one', reaching: true }, ...reaching);
