export { announced } from './announced';
export { crossings, type Crossing } from './crossings';
export { principalHeaders, tokensOf, type Caller } from './credentials';
export { HostedService, type Announced, type Answer, type Neighbours, type Tested } from './hosted-service';
export { ServiceUnderTest, type Told } from './service-under-test';
export { OwnDatabase } from './spec-database';
