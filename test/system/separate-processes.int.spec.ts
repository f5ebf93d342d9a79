import { walkInOneOffice } from '../support/journey';
import { journeys } from './journeys';

walkInOneOffice('services', ...journeys);
