export { ServiceUnderTest, type Announced, type Neighbours, type Tested, type Told } from './service-under-test';
