import { walkInOneOffice } from '../support/journey';
import { journeys } from './journeys';
import { rotatedKeys } from './journeys/rotated-keys';

// Keys are read by each process from the same files: that all of them follow is shown where there are many.
walkInOneOffice('all-in-one', ...journeys.filter((each) => each !== rotatedKeys));
