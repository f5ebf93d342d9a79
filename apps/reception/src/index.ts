export { reception } from './reception.module';
export { seedDemoDesk, type DemoDesk } from './setup/seed-demo-desk';
