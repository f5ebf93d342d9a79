import { retractionsOf, type HeldTask } from './retractions';

const task = (noticeId: string, kind: HeldTask['task'], place: string, state: HeldTask['state'], posterId = 'a'): HeldTask => ({ noticeId, task: kind, place, state, posterId });
const nowhere = new Set<string>();
const nobody = { chatGroups: [], paperBoards: [] };

it.each<[string, HeldTask[], string[]]>([
  ['posted', [task('1', 'chat-post', 'A', 'done')], ['chat-retract A']],
  ['posted, perhaps', [task('1', 'chat-post', 'A', 'open')], ['chat-retract A?']],
  ['never posted', [task('1', 'chat-post', 'A', 'cancelled')], []],
  ['an edition posted and its correction not yet', [task('1', 'chat-post', 'A', 'done'), task('2', 'chat-post', 'A', 'open', 'b')], ['chat-retract A']],
  ['a group that was told of the correction only', [task('1', 'chat-post', 'A', 'done'), task('1', 'chat-retract', 'A', 'done')], ['chat-retract A']],
  ['what was spared because nothing was out', [task('1', 'chat-post', 'A', 'cancelled'), task('1', 'chat-retract', 'A', 'cancelled')], []],
  ['paper up, and paper up perhaps', [task('2', 'paper-up', 'B', 'done'), task('2', 'paper-up', 'C', 'open')], ['paper-down B', 'paper-down C?']],
  ['paper of an edition before, which has its own task', [task('1', 'paper-up', 'B', 'done'), task('1', 'paper-down', 'B', 'open')], []],
])('takes back: %s', (_, tasks, expected) => {
  expect(retractionsOf('2', tasks, nobody, nowhere).map(({ name, unproven, ...each }) => `${each.task} ${name}${unproven ? '?' : ''}`)).toEqual(expected);
});

it('says nothing more to a group that reads the next edition; the last poster of a group says the rest', () => {
  const tasks = [task('1', 'chat-post', 'A', 'done'), task('1', 'chat-post', 'B', 'done', 'a'), task('2', 'chat-post', 'B', 'done', 'b')];
  expect(retractionsOf('2', tasks, nobody, new Set(['A']))).toEqual([{ task: 'chat-retract', name: 'B', posterId: 'b', unproven: false }]);
});

it('is the work of whoever posts in a place by now; of its last poster where nobody does', () => {
  const tasks = [task('2', 'chat-post', 'A', 'done'), task('2', 'chat-post', 'B', 'done'), task('2', 'paper-up', 'A', 'done'), task('2', 'paper-up', 'C', 'done')];
  const present = { chatGroups: [{ name: 'A', posterId: 'new' }, { name: 'D', posterId: 'd' }], paperBoards: [{ name: 'C', posterId: 'other' }] };
  expect(retractionsOf('2', tasks, present, nowhere).map((each) => `${each.task} ${each.name} ${each.posterId}`)).toEqual(['chat-retract A new', 'chat-retract B a', 'paper-down A a', 'paper-down C other']);
});
