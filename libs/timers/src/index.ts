export { CatchUps, type CatchUp, type CatchUpOfRows } from './catch-ups';
export { timerMigrations } from './migrations/1763900000200-timers.migration';
export { cancelTimer, cancelTimersOf, eventIdOf, setTimer, type NewTimer, type Timer } from './timer';
export { TimerLoop, type TimerAction } from './timer-loop';
