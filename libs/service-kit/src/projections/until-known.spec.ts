import { derivedId } from '@property-office/kernel';
import { onceKnown, untilKnown } from './until-known';

const hour = 3_600_000;
const today = Date.UTC(2026, 10, 28);
let waited: number;

beforeEach(() => {
  waited = 0;
  jest.spyOn(Date, 'now').mockReturnValue(today);
  jest.spyOn(performance, 'now').mockImplementation(() => waited);
});
afterEach(() => jest.restoreAllMocks());

/** An id of that age in milliseconds; below 0: by a machine whose clock is ahead. */
function ofAge(ms: number): string {
  const at = (today - ms).toString(16).padStart(12, '0');
  return `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-000000000000`;
}

/** Finds nothing, and takes so long to find out. */
const nothingIn = (ms: number) =>
  jest.fn(async (): Promise<string | undefined> => {
    waited += ms;
    return undefined;
  });
const comeAgain = { spec: { kind: 'unavailable' }, retryAfter: 1 };

it('what is known is given at once, whenever it was made', async () => {
  const look = jest.fn(async () => 'here');
  expect([await untilKnown(ofAge(0), look), await untilKnown(ofAge(2 * hour), look)]).toEqual(['here', 'here']);
  expect(look).toHaveBeenCalledTimes(2);
});

it('what is on its way is waited for', async () => {
  const look = nothingIn(400);
  look.mockImplementationOnce(async () => undefined).mockImplementationOnce(async () => undefined).mockImplementationOnce(async () => 'here');
  expect(await untilKnown(ofAge(0), look)).toBe('here');
  expect(look).toHaveBeenCalledTimes(3);
});

it('up to a second: then the client is told to come again a second later', async () => {
  const within = nothingIn(1_000);
  await expect(untilKnown(ofAge(0), within)).rejects.toMatchObject(comeAgain);
  expect(within).toHaveBeenCalledTimes(2);
  const beyond = nothingIn(1_001);
  await expect(untilKnown(ofAge(0), beyond)).rejects.toMatchObject(comeAgain);
  expect(beyond).toHaveBeenCalledTimes(1);
});

it('what somebody chose is waited for as long, and then is not there', async () => {
  const look = nothingIn(1_000);
  expect(await onceKnown(ofAge(0), look)).toBeUndefined();
  expect(look).toHaveBeenCalledTimes(2);
});

it.each([
  ['older than an hour', ofAge(hour + 1)],
  ['of more than an hour ahead', ofAge(-hour - 1)],
  ['that does not tell when it was made', derivedId('of no time')],
])('an unknown id %s is looked up once, and is not there', async (_, id) => {
  const look = nothingIn(0);
  expect(await untilKnown(id, look)).toBeUndefined();
  expect(look).toHaveBeenCalledTimes(1);
});

it.each([hour, -hour])('an id of the age of %d ms may be on its way', async (age) => {
  await expect(untilKnown(ofAge(age), nothingIn(1_001))).rejects.toMatchObject(comeAgain);
});
