import { signatureFaultOf } from './s3-signature';

/** As AWS shows it: "Signature calculations for the Authorization header", GET Object and GET Bucket (List Objects). */
const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' };
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const common = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-content-sha256': empty, 'x-amz-date': '20130524T000000Z' };
const signedBy = (headers: string, signature: string): string =>
  `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${headers},Signature=${signature}`;
const object = {
  url: new URL('http://examplebucket.s3.amazonaws.com/test.txt'),
  headers: { ...common, range: 'bytes=0-9', authorization: signedBy('host;range;x-amz-content-sha256;x-amz-date', 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41') },
};
const list = {
  url: new URL('http://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J'),
  headers: { ...common, authorization: signedBy('host;x-amz-content-sha256;x-amz-date', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7') },
};

beforeEach(() => void jest.useFakeTimers({ now: new Date('2013-05-24T00:10:00Z') }));
afterEach(() => void jest.useRealTimers());

it.each([
  ['an object', object],
  ['a list', list],
])('of the request for %s that AWS shows is right', (_, { url, headers }) => {
  expect(signatureFaultOf({ method: 'GET', headers }, url, key)).toBeUndefined();
});

it.each<[string, string, Record<string, string | undefined>, Partial<typeof key>, string]>([
  ['of another method', 'PUT', {}, {}, 'SignatureDoesNotMatch'],
  ['of another header', 'GET', { range: 'bytes=0-99' }, {}, 'SignatureDoesNotMatch'],
  ['of another body', 'GET', { 'x-amz-content-sha256': '0'.repeat(64) }, {}, 'SignatureDoesNotMatch'],
  ['of a body that is not signed', 'GET', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, {}, 'InvalidArgument'],
  ['with another key', 'GET', {}, { secretAccessKey: 'another' }, 'SignatureDoesNotMatch'],
  ['of somebody else', 'GET', {}, { accessKeyId: 'another' }, 'InvalidAccessKeyId'],
  ['for another region', 'GET', {}, { region: 'cn-north-1' }, 'AuthorizationHeaderMalformed'],
  ['that leaves a header out', 'GET', { 'x-amz-acl': 'public-read' }, {}, 'AccessDenied'],
  ['of another day', 'GET', { 'x-amz-date': '20130525T000000Z' }, {}, 'RequestTimeTooSkewed'],
  ['that is missing', 'GET', { authorization: undefined }, {}, 'AccessDenied'],
])('%s is refused', (_, method, change, other, code) => {
  expect(signatureFaultOf({ method, headers: { ...object.headers, ...change } }, object.url, { ...key, ...other })).toBe(code);
});

it('that is a quarter of an hour old is refused', () => {
  jest.setSystemTime(new Date('2013-05-24T00:15:01Z'));
  expect(signatureFaultOf({ method: 'GET', headers: object.headers }, object.url, key)).toBe('RequestTimeTooSkewed');
});
