import { afterProposalMove, legalProposalMoves, proposalMoves } from './proposal-states';

test('a proposal is accepted, or returned and proposed again', () => {
  expect(legalProposalMoves('proposed')).toEqual(['accept', 'return']);
  expect(legalProposalMoves('returned')).toEqual(['propose-again']);
  expect(afterProposalMove('returned', 'propose-again')).toBe('proposed');
});

test('nothing leads out of what is a record', () => {
  expect(proposalMoves.filter((move) => afterProposalMove('accepted', move))).toEqual([]);
});
