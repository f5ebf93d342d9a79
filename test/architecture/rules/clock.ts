import * as ts from 'typescript';
import { productSources, type SourceFile } from '../source-file';
import { lineOfNode, nodesOf, treeOf } from '../syntax';
import type { Exceptions, Violation } from '../violation';

const lease = 'A lease, and whether it is fresh, run in real time, as other processes see it.';
const token = 'The expiry of a signed token is real time: whoever verifies it has no other clock.';
const patience = 'How long to wait for something is real time.';
const session =
  'A session ends, and a lock on guessing passes, in real time: they are no rule of the office.';
const delivery = 'Book-keeping of deliveries: when they were handled, not when anything happened.';

export const clockExceptions: Exceptions = {
  'apps/all-in-one/src/ops/': 'Shows an operator leases, and how far a test clock is ahead.',
  'apps/archives/src/fixity/persistence/content-checks.ts': lease,
  'apps/archives/src/reconciliation/persistence/months.ts': lease,
  'apps/directory/src/sessions/': session,
  'apps/files/src/storage/drafts-clean-up.ts': 'The age of a file on disk, which carries real time.',
  'apps/files/src/features/discard-unreferred/discard-unreferred.handler.ts': 'The age of bytes on a disk or in a bucket, which carry real time.',
  'apps/notifications/src/persistence/deliveries.ts': lease,
  'apps/tracking/src/features/stream/feed-numbering.ts': patience,
  'apps/replay/src/run/replay.ts': 'A client beside the office, which has no clock but its own.',
  'libs/access/src/attachment-links.ts': token,
  'libs/access/src/principal-token.ts': token,
  'libs/access/src/quotas.ts': session,
  'libs/access/src/service-token.ts': token,
  'libs/access/src/visitor-passes.ts': token,
  'libs/backup/src/': 'When a backup was made and proved is real time, whatever clock the office in it goes by.',
  'libs/channels/src/': 'A signature carries real time: whoever verifies it has no other clock.',
  'libs/backbone/src/bind-metrics.ts': 'Compares the clock of the machine with that of the database.',
  'libs/backbone/src/person-notices/person-notice-sender.ts': lease,
  'libs/embedded/': 'Starts servers: patience, and times for people to read.',
  'libs/kernel/src/ids.ts': 'The time in an id is real time.',
  'libs/messaging/src/connection.ts': 'Tells a person since when the broker is away.',
  'libs/messaging/src/consume-loop.ts': patience,
  'libs/messaging/src/keep-working.ts': patience,
  'libs/outbox/src/attempts.ts': delivery,
  'libs/outbox/src/dead-letter-decisions.ts': delivery,
  'libs/outbox/src/dead-letters.ts': delivery,
  'libs/outbox/src/inbox.ts': delivery,
  'libs/outbox/src/parked-events.ts': delivery,
  'libs/outbox/src/prune.ts': delivery,
  'libs/outbox/src/relay-leader.ts': lease,
  'libs/outbox/src/relay.ts': patience,
  'libs/outbox/src/replay-requests.ts': lease,
  'libs/outbox/src/stream-state.ts': lease,
  'libs/outbox/src/sweeper.ts': patience,
  'libs/outbox/src/unknown-events.ts': delivery,
  'libs/persistence/src/platform-schema.ts': 'Defines platform.now().',
  'libs/service-kit/src/projections/until-known.ts': 'The age of an id, which carries real time.',
  'libs/timers/src/timer-loop.ts':
    'The pause before a timer that failed is tried again; when it is due is platform.now().',
};

/** Real time in SQL; `platform.now()` is not it. */
const sqlClock =
  /(?<!\w|platform\.)(?:now|clock_timestamp|transaction_timestamp|statement_timestamp|timeofday)\(\)|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;

/**
 * Every instant a rule sees is `platform.now()`, read once per transaction, so that a test can move it: the product asks
 * neither the machine's clock nor PostgreSQL's. Durations may be measured by `performance.now()`.
 */
export function clockViolations(files: readonly SourceFile[]): Violation[] {
  return productSources(files).flatMap((file) =>
    nodesOf(treeOf(file), (node): node is ts.Node => readsClock(node)).map((node) => ({
      path: file.path,
      line: lineOfNode(node),
      message: `reads real time by ${excerpt(node)}`,
    })),
  );
}

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node))
    return node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0;
  if (ts.isPropertyAccessExpression(node)) return node.getText() === 'Date.now';
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Date';
  return (
    (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
    sqlClock.test(withoutComments(node.text))
  );
}

const withoutComments = (sql: string): string => sql.replace(/--.*$/gm, '');

function excerpt(node: ts.Node): string {
  const text = node.getText();
  const inSql =
    ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) ? sqlClock.exec(text)?.[0] : undefined;
  return inSql ?? text;
}
