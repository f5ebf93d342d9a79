export { Answer, created, etagOf, noContent, ok, type AnswerHeaders } from './commands/answer';
export type { CommandContext, IdempotencyRequest } from './commands/command-context';
export { actOf, actOfEvent, type Act } from './commands/act';
export { checked } from './commands/checked';
export { Commands } from './commands/commands';
export { assertFresh, ifMatch, requiredMatch } from './commands/etag';
export { ActFields, happenedAtErrors, resolveHappenedAt, type HappenedAt } from './commands/happened-at';
export { commandMigrations } from './commands/1763900000100-idempotency.migration';
export { keepAnswersForAWeek, removeOldAnswers } from './commands/idempotency-clean-up';
export { requestHash } from './commands/request-hash';
export { Code, type CodeOptions } from './fields/code';
export { Day } from './fields/day';
export { Flag, QueryFlag } from './fields/flags';
export { field, type FieldOptions, type FieldRule } from './fields/field';
export { Id, Ids } from './fields/ids';
export { Instant } from './fields/instant';
export { Texts, WholeNumbers } from './fields/lists';
export { Month } from './fields/month';
export { Nested, NestedList } from './fields/nested';
export { QueryNumber, WholeNumber, type WholeNumberOptions } from './fields/numbers';
export { OneOf } from './fields/one-of';
export { PageQuery } from './fields/page-query';
export { parseInstant } from './fields/parse-instant';
export { Phone } from './fields/phone';
export { readDto } from './fields/read-dto';
export { SomeOf } from './fields/some-of';
export { Text, type TextOptions } from './fields/text';
export { forwardedHostHeader, originOf } from './http/origin-of';
export { sourceOf } from './http/source-of';
export { assertStorable } from './http/storable-text';
export { inAskedLanguage } from './http/in-asked-language';
export { languageOf, type Language } from './http/language';
export { callOwnRoute, isOwnCall, type OwnCall } from './http/own-call';
export {
  currentRequest,
  requestContextOf,
  requestIdHeader,
  withRequest,
  type RequestContext,
} from './http/request-context';
export { continueTrace, traceIdOf } from './http/trace-context';
export { Acting } from './operations/acting';
export { Command, commandAs } from './operations/command';
export { Operation, type OperationOptions } from './operations/operation';
export { PathId } from './operations/path-id';
export { AcceptsForm } from './pages/accepts-form.decorator';
export { FormBodies } from './pages/form-bodies';
export { escaped, html, Html } from './pages/html';
export { both, page, pageHeaders, type Page } from './pages/page';
export { ShowsPage } from './pages/problem-pages';
export { describeError } from './problems/describe-error';
export { statusOfKind, type Problem } from './problems/problem';
export { ProblemFilter } from './problems/problem-filter';
export { isWhole, markWhole, problemAnswer, problemType, sendProblem } from './problems/problem-response';
export { requestErrors } from './problems/request-errors';
export { inStep, tracesSteps, tellSteps, type Step, type StepRecorder } from './tracing/steps';
export {
  createApplication,
  type Application,
  type ApplicationOptions,
  type Door,
} from './process/create-application';
export { runBounded, type BoundedEnd, type BoundedProgram, type ProcessLimits } from './process/bounded-process';
export { createLogger, logLevels, NestLogger, type LogLevel } from './process/logging';
export { metricCatalogue, metricTable, type LabelOf, type MetricName } from './process/metric-catalogue';
export { Metrics } from './process/metrics';
export { CONFIGURATION, ProcessModule, type ProcessParts } from './process/process-module';
export { Readiness, type ReadinessCheck, type ReadinessReport } from './process/readiness';
export { serve, type Served, type ServeOptions } from './process/serve';
export { Shutdown, stopOrder } from './process/shutdown';
export { TurnByTurn, type MostWaiting } from './process/turn-by-turn';
export { platformVariables, type PlatformConfiguration } from './configuration/platform-variables';
export {
  ConfigurationError,
  readConfiguration,
  type ConfigurationOf,
  type ConfigurationSchema,
  type Environment,
variablesOf } from './configuration/read-configuration';
export {
  flag,
  networks,
  oneOf,
  secret,
  serviceUrls,
  text,
  textMap,
  url,
  wholeNumber,
  type Variable,
} from './configuration/variable';
export { variableTable } from './configuration/variable-table';
export { describeService } from './openapi/describe-service';
export { mergeDocuments } from './openapi/merge-documents';
export { onceKnown, untilKnown } from './projections/until-known';
