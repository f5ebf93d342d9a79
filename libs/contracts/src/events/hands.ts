import { Type } from 'typebox';
import { Id, Nullable } from './define';

/** Who else had a hand in a list that is given up: for whom it was applied for, and who had approved it. */
export const hands = { appliedFor: Type.Optional(Nullable(Id)), approvedBy: Type.Optional(Nullable(Id)) };
