export { notifications } from './notifications.module';
export { seedDemoNotices, type DemoNeighbourhood } from './notices/setup/seed-demo-notices';
