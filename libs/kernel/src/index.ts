export { DomainError, defineErrors, type ErrorKind, type ErrorParam, type ErrorSpec, type FieldError, type Localized } from './errors';
export { derivedId, isId, madeAt, newId } from './ids';
export { liesAhead, shouldLieAhead } from './lies-ahead';
export { maskName, maskPhone } from './masks';
export { takeRandom } from './random';
export { decodeCursor, encodeCursor, toPage, type Page, type PagePosition } from './pages';
export { countedWords, foldedText, plainText, planSearch, searchedIn, searchText, searchWords, soughtWord, type SearchPlan } from './search-words';
export type { StateMachine, StateRow } from './state-machine';
export { takenBackWithin } from './take-back';
