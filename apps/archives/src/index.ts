export { archives } from './archives.module';
export { seedDemoRecords, type DemoArchives } from './setup/seed-demo-records';
