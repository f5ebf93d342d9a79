import type { ReactionState } from './concerns';
import { reactionLines } from './reactions';

const at = (durable: string, pending: number, redelivered = 0): ReactionState => ({ durable, state: { pending, unacked: 0, redelivered } });
const reactions = [at('a__idle_v1', 0), at('b__behind_v1', 12), at('c__again_v1', 0, 3), { durable: 'd__missing_v1', state: undefined }, at('e__far_behind_v1', 900)];
const named = (lines: readonly string[]) => lines.map((line) => line.split(' ', 1)[0]);

test('of reactions those are named that have something before them, those furthest behind first', () => {
  const lines = reactionLines(reactions, true, false);
  expect(named(lines)).toEqual(['reaction', 'd__missing_v1', 'e__far_behind_v1', 'b__behind_v1', 'c__again_v1', '1']);
  expect(lines.at(-1)).toBe('1 more have nothing pending: --all names them');
});

test('of an office at rest they take one line', () => {
  expect(reactionLines([at('a__idle_v1', 0), at('b__idle_v1', 0)], true, false)).toEqual(['reactions  all 2 have nothing pending: --all names them']);
});

test('all are named where they are asked for', () => {
  expect(named(reactionLines(reactions, true, true))).toEqual(['reaction', 'd__missing_v1', 'e__far_behind_v1', 'b__behind_v1', 'a__idle_v1', 'c__again_v1']);
});

test('while NATS does not answer nothing is known of them', () => {
  expect(reactionLines(reactions, false, true)).toEqual(['reactions  5; what waits for them NATS alone knows']);
});
