import { Type } from 'typebox';
import { event, Id } from './define';

const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const filesEvents = {
  'files.contents-wiped.v1': event({
    producer: 'files',
    aggregate: 'wiped-object',
    summary: 'An object that was destroyed has no files any more; bytes that something else holds, too, stay.',
    data: Type.Object({
      objectType: Type.String(),
      objectId: Id,
      /** Bytes that are gone. */
      wiped: Type.Array(sha256),
      kept: Type.Array(
        Type.Object({
          sha256,
          /** Objects that hold the same bytes; none: an upload that nothing has yet. */
          heldBy: Type.Array(Type.Object({ type: Type.String(), id: Id })),
        }),
      ),
    }),
  }),
};
