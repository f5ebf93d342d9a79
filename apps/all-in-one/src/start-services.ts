/** The parts of `npm run start:services`, which scripts/start-services.js puts together: it only knows processes. */
export { configurationOrExit, keysOf } from '@property-office/backbone';
export { assertPortFree, freePorts, startEmbedded } from '@property-office/embedded';
export { prepareOffice } from './prepare-office';
export { services } from './services';
