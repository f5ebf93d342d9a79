import { Column, Entity, PrimaryColumn } from 'typeorm';
import { entityRow } from './entity-rows';

abstract class Numbered {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;
}

@Entity({ name: 'paper' })
class Paper extends Numbered {
  @Column('text', { name: 'paper_title' })
  title!: string;
}

it('saves an entity with the columns of what it extends', () => {
  const { rows, row } = entityRow(Object.assign(new Paper(), { id: 'one', number: 'P-1', title: '通知' }));
  expect(row).toEqual({ id: 'one', number: 'P-1', paper_title: '通知' });
  expect(JSON.stringify(rows)).toContain('ON CONFLICT (\\"id\\")');
});

it('refuses what is no entity', () => {
  expect(() => entityRow(new Date())).toThrow('Date is no entity with a table');
});
