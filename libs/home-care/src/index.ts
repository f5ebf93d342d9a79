export { DoorView, doorView, type Door } from './door.view';
export { homeCareCopies } from './home-care-copies';
export { HomeCares } from './home-cares';
export { homeCareMigrations } from './migrations';
export { nobodyWhileAway } from './nobody-while-away';
