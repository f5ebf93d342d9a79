export { wholeText } from './domain/outgoing-substance';
export { documents } from './documents.module';
export { seedDemoPapers, type DemoPapers } from './setup/seed-demo-papers';
