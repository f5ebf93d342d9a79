import { CheckRound } from './check-round';
import { Checking } from './checking';
import { ListFileAlarmsController } from './features/list-file-alarms/list-file-alarms.controller';
import { ContentChecks } from './persistence/content-checks';
import { FileAlarms } from './persistence/file-alarms';
import { ReadFileAlarms } from './persistence/read-file-alarms';

/** What the module has of the rolling check of files (W4.2). */
export const fixityControllers = [ListFileAlarmsController];
export const fixityProviders = [CheckRound, Checking, ContentChecks, FileAlarms, ReadFileAlarms];
