import { decodeCursor, type PagePosition } from '@property-office/kernel';
import { field } from './field';
import { QueryNumber } from './numbers';

const defaultLimit = 20;
const largestLimit = 100;

/** Query parameters of every list (api.md). A list with filters extends it. */
export class PageQuery {
  @QueryNumber({
    label: { zh: '每页条数', en: 'page size' },
    min: 1,
    max: largestLimit,
    default: defaultLimit,
    optional: true,
  })
  limit: number = defaultLimit;

  /** Where the last page ended; the handler gets the position it stands for. */
  @Cursor()
  cursor?: PagePosition;
}

function Cursor(): PropertyDecorator {
  return field(
    { label: { zh: '翻页位置', en: 'cursor' }, optional: true, description: 'nextCursor of the page before' },
    {
      structure: 'scalar',
      message: {
        zh: '无法继续翻页，请从第一页重新打开列表',
        en: 'This cursor is not one of ours, start again from the first page',
      },
      schema: { type: String, maxLength: 200 },
      read: (value) =>
        typeof value === 'string' && value.length <= 200 ? (decodeCursor(value) ?? value) : value,
      accepts: (value) => typeof value === 'object',
    },
  );
}
