import type { RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import type { Complaint } from '../persistence/complaint.entity';
import type { Complaints } from '../persistence/complaints';
import type { TaskClocks } from '../persistence/task-clocks';
import type { Tasks } from '../persistence/tasks';
import { demoTasks } from './demo-cases';

const day = 86_400_000;

export interface TasksOfDemo {
  complaints: Complaints;
  tasks: Tasks;
  clocks: TaskClocks;
  rules: RuleBook;
}

/** What is to be done about a complaint that is being handled, was done, and is not to be done any more (W2.3): all by whoever handles it. */
export async function seedDemoTasks(tx: Transaction, complaint: Complaint, act: Act, { complaints, tasks, clocks, rules }: TasksOfDemo): Promise<void> {
  const ownerId = complaint.handlerId!;
  const by = { personId: ownerId, at: tx.now };
  for (const { what, done, cancelReason } of demoTasks) {
    const dueAt = new Date(tx.now.getTime() + 2 * day);
    const taskId = tasks.add(tx, complaint.id, { what, ownerId, dueAt });
    complaints.advance(tx, complaint, act, { kind: 'task-added', taskId, ownerId, dueAt });
    await clocks.given(tx, rules, complaint, { id: taskId, dueAt }, tx.now);
    if (done !== undefined) {
      tasks.finish(tx, taskId, { ...by, done, attachmentIds: [] });
      complaints.advance(tx, complaint, act, { kind: 'task-finished', taskId, attachmentIds: [] });
      await clocks.done(tx, complaint, taskId, tx.now);
    }
    if (cancelReason !== undefined) {
      tasks.cancel(tx, taskId, { ...by, reason: cancelReason });
      complaints.advance(tx, complaint, act, { kind: 'task-cancelled', taskId, ownerId });
      await clocks.cancelled(tx, taskId, tx.now);
    }
  }
}
