import type { InternalClient } from './internal-client';
import { PeopleContacts } from './people-contacts';

const asked: object[] = [];
const directory = {
  post: async (service: string, path: string, said: object) => {
    asked.push({ service, path, ...said });
    return { items: [{ personId: 'zhou', name: '周文', phone: '13800138000' }, { personId: 'lin', name: '林副', phone: null }] };
  },
} as unknown as InternalClient;
const contacts = new PeopleContacts(directory);
beforeEach(() => void (asked.length = 0));

it('asks directory once for each person, and says what for', async () => {
  expect(await contacts.of(['zhou', 'lin', 'zhou', 'gone'], 'slip')).toEqual(new Map([['zhou', { name: '周文', phone: '13800138000' }], ['lin', { name: '林副', phone: null }]]));
  expect(asked).toEqual([{ service: 'directory', path: '/internal/people/contacts', personIds: ['zhou', 'lin', 'gone'], purpose: 'slip' }]);
});

it('asks nothing of nobody', async () => {
  expect([(await contacts.of([], '-')).size, (await contacts.namesOf([null], '-'))(null), asked]).toEqual([0, '', []]);
});

it('has no number of who has none, and leaves a blank for whom directory does not know', async () => {
  expect(await contacts.phonesOf(['zhou', 'lin'], '-')).toEqual(new Map([['zhou', '13800138000']]));
  const nameOf = await contacts.namesOf(['lin', 'gone', null], '-');
  expect(['lin', 'gone', null].map(nameOf)).toEqual(['林副', '', '']);
});
