import { walkInOneOffice } from '../support/journey';
import { journeys } from './journeys';

walkInOneOffice('all-in-one', ...journeys);
