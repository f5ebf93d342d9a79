import { whoRang, type SaidCaller } from './who-rang';

it.each<[string, SaidCaller, object]>([
  ['a name', { name: '刘处长' }, { name: '刘处长', phone: null }],
  ['a number', { phone: '01012345678', anonymous: false }, { name: null, phone: '01012345678' }],
  ['neither, on purpose', { anonymous: true }, { name: null, phone: null }],
])('who rang left %s (R2.3)', (_, said, caller) => expect(whoRang(said)).toEqual(caller));

it.each<[string, SaidCaller | undefined]>([
  ['nothing', undefined],
  ['neither name nor number', {}],
  ['that they were not anonymous, and nothing else', { anonymous: false }],
])('a note that says %s of them is refused', (_, said) =>
  expect(() => whoRang(said)).toThrow(expect.objectContaining({ code: 'caller-unsaid', fields: [{ pointer: '/caller', message: { zh: expect.any(String), en: expect.any(String) } }] })),
);

it.each<SaidCaller>([{ name: '刘处长', anonymous: true }, { phone: '01012345678', anonymous: true }])('nor is anybody both, %p', (said) =>
  expect(() => whoRang(said)).toThrow(expect.objectContaining({ code: 'caller-not-anonymous', fields: [expect.objectContaining({ pointer: '/caller/anonymous' })] })),
);
