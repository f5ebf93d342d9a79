export { complaints } from './complaints.module';
export { seedDemoCases, type DemoPeople } from './setup/seed-demo-cases';
