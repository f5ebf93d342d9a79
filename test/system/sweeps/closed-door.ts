import { sweep, type Opened } from '../../support/sweep/sweep';
import { nobodys, withId } from '../../support/sweep/swept';

export const closedDoor = sweep<Opened>('whoever is not signed in', (given) => {
  it('does not get past the door', async () => {
    const { swept, office } = given;
    const wrong: string[] = [];
    const closed = swept.operations.filter(({ security = [] }) => security.length > 0);
    for (const operation of closed)
      wrong.push(...(await swept.refused('nobody', operation, withId(operation.path, nobodys), office.nobody(), {}, { status: 401, code: 'not-signed-in' })));
    expect(wrong).toEqual([]);
    expect(closed.length).toBeGreaterThan(200);
  }, 180_000);
});
