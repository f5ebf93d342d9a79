import { walkInOneOffice } from '../support/journey';
import { inside } from './journeys';

walkInOneOffice({ deployment: 'all-in-one', firstStart: true }, ...inside);
