import type { NoticeTaskKind } from '@property-office/contracts';
import type { DesignatedChannels, PostingPlace } from './designated-channels';
import type { NoticeTaskState } from './notice-task-states';

/** What is known of a task when a notice ceases to hold. */
export interface HeldTask {
  noticeId: string;
  task: NoticeTaskKind;
  place: string;
  posterId: string;
  state: NoticeTaskState;
}

export type PresentPlaces = Pick<DesignatedChannels, 'chatGroups' | 'paperBoards'>;

/** Where somebody has to take something back. */
export interface Retraction {
  task: Extract<NoticeTaskKind, 'chat-retract' | 'paper-down'>;
  name: string;
  posterId: string;
  /** Its task was still open: posted or put up, perhaps, and not yet shown by a picture. */
  unproven: boolean;
}

/**
 * Where residents believe a notice that was withdrawn or corrected: each chat group once, whichever edition it read, and each
 * paper board of the edition that ends. A group that reads the next edition needs no other word.
 * @param tasks of the edition that ends and of those it had corrected, oldest first, as they stood before
 * @param present who posts where by now
 * @param nextGroups where the next edition is posted
 */
export function retractionsOf(noticeId: string, tasks: readonly HeldTask[], present: PresentPlaces, nextGroups: ReadonlySet<string>): Retraction[] {
  const chats = tasks.filter(({ task, place }) => (task === 'chat-post' || task === 'chat-retract') && !nextGroups.has(place));
  const papers = tasks.filter((each) => each.task === 'paper-up' && each.noticeId === noticeId);
  return [...takenBack('chat-retract', chats, present.chatGroups), ...takenBack('paper-down', papers, present.paperBoards)];
}

/** By whoever posts there by now: who did may have left. A place that is none any more stays with its last poster. */
function takenBack(task: Retraction['task'], tasks: readonly HeldTask[], places: readonly PostingPlace[]): Retraction[] {
  const out = tasks.filter(({ state }) => state !== 'cancelled');
  return [...Map.groupBy(out, ({ place }) => place)].map(([name, each]) => ({
    task,
    name,
    posterId: places.find((place) => place.name === name)?.posterId ?? each.at(-1)!.posterId,
    unproven: each.every(({ state }) => state === 'open'),
  }));
}
