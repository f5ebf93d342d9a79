import { walkInOneOffice } from '../support/journey';
import { inside } from './journeys';

walkInOneOffice({ deployment: 'services', firstStart: true }, ...inside);
