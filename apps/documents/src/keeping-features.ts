import { FinishTidyUpController } from './features/finish-tidy-up/finish-tidy-up.controller';
import { FinishTidyUpHandler } from './features/finish-tidy-up/finish-tidy-up.handler';
import { ListFiledPapersController } from './features/list-filed-papers/list-filed-papers.controller';
import { ListFoldersController } from './features/list-folders/list-folders.controller';
import { ListTidyUpsController } from './features/list-tidy-ups/list-tidy-ups.controller';
import { ReadTidyUpController } from './features/read-tidy-up/read-tidy-up.controller';
import { ReadFolders } from './persistence/read-folders';
import { TidyUps } from './persistence/tidy-ups';
import { KeepArchivedPapersReaction } from './reactions/keep-archived-papers.reaction';

/** Where papers lie, and their yearly way to the archives (W1.3). */
export const keepingControllers = [ListFoldersController, ListFiledPapersController, ListTidyUpsController, ReadTidyUpController, FinishTidyUpController, KeepArchivedPapersReaction];

export const keepingProviders = [FinishTidyUpHandler, ReadFolders, TidyUps];
