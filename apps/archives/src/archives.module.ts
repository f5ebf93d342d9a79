import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { AdmitReaderController } from './features/admit-reader/admit-reader.controller';
import { AdmitReaderHandler } from './features/admit-reader/admit-reader.handler';
import { CorrectDescriptionController } from './features/correct-description/correct-description.controller';
import { CorrectDescriptionHandler } from './features/correct-description/correct-description.handler';
import { ListRecordsController } from './features/list-records/list-records.controller';
import { MoveRecordController } from './features/move-record/move-record.controller';
import { MoveRecordHandler } from './features/move-record/move-record.handler';
import { OpenRecordFileController } from './features/open-record-file/open-record-file.controller';
import { ReadArchiveSettingsController } from './features/read-archive-settings/read-archive-settings.controller';
import { ReadRecordHistoryController } from './features/read-record-history/read-record-history.controller';
import { ReadRecordController } from './features/read-record/read-record.controller';
import { RegisterRecordController } from './features/register-record/register-record.controller';
import { RegisterRecordHandler } from './features/register-record/register-record.handler';
import { ReleaseHoldController } from './features/release-hold/release-hold.controller';
import { ReleaseHoldHandler } from './features/release-hold/release-hold.handler';
import { SetFondsController } from './features/set-fonds/set-fonds.controller';
import { SetFondsHandler } from './features/set-fonds/set-fonds.handler';
import { SetHoldController } from './features/set-hold/set-hold.controller';
import { SetHoldHandler } from './features/set-hold/set-hold.handler';
import { SetIntakeRuleController } from './features/set-intake-rule/set-intake-rule.controller';
import { SetIntakeRuleHandler } from './features/set-intake-rule/set-intake-rule.handler';
import { AccessLog } from './persistence/access-log';
import { Archive } from './persistence/archive';
import { ReadHistory } from './persistence/read-history';
import { ReadRecords } from './persistence/read-records';
import { Records } from './persistence/records';
import { archivesSchema } from './persistence/schema';
import { Settings } from './persistence/settings';

/** Archives (档案): the catalogue and its immutable records, and who looks at them (W4.1, W4.2, W4.5). */
@Module({
  controllers: [
    RegisterRecordController,
    ListRecordsController,
    ReadRecordController,
    OpenRecordFileController,
    ReadRecordHistoryController,
    CorrectDescriptionController,
    MoveRecordController,
    SetHoldController,
    ReleaseHoldController,
    AdmitReaderController,
    ReadArchiveSettingsController,
    SetFondsController,
    SetIntakeRuleController,
  ],
  providers: [
    RegisterRecordHandler,
    CorrectDescriptionHandler,
    MoveRecordHandler,
    SetHoldHandler,
    ReleaseHoldHandler,
    AdmitReaderHandler,
    SetFondsHandler,
    SetIntakeRuleHandler,
    AccessLog,
    Archive,
    ReadHistory,
    ReadRecords,
    Records,
    Settings,
  ],
})
export class ArchivesModule {}

export const archives: ServiceDefinition = { name: 'archives', schema: archivesSchema, module: ArchivesModule };
