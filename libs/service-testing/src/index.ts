export { announced } from './announced';
export { ServiceUnderTest, type Announced, type Answer, type Neighbours, type Tested, type Told } from './service-under-test';
export { OwnDatabase } from './spec-database';
