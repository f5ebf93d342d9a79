export { followups } from './followups.module';
export { seedDemoFollowUps, type DemoFollowUps } from './setup/seed-demo-follow-ups';
