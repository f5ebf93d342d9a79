import { posix } from 'node:path';
import type { SourceFile } from '../source-file';
import type { Violation } from '../violation';

const feature = /^(apps\/[^/]+\/src\/features\/)([^/]+)\/(.+)$/;

/** Words a use case is named by. A new one is added here when it is a verb. */
const verbs = new Set(
  (
    'accept answer apply approve arrive assign begin cancel change claim close comment confirm correct create decline discard dispatch download end ' +
    'escalate finish follow give grant import join leave list mark merge move open pause plan print rank rate read rebuild record refer refuse register ' +
    'reject remind reopen replay report reset resolve restore resume retry search send set sign start stream take tie transfer triage unmask ' +
    'unmerge upload urge verify withdraw ' +
    'acknowledge admit announce call check convert forget guide improve issue match offer readdress retire return say see wipe write ' +
    'adopt decide explain hide link request review tell ' +
    'circulate collect file propose scan supervise void ' +
    'compare countersign describe draft edit number release submit use ' +
    'ask bring extend hand make recall view'
  ).split(' '),
);

/** What a use case is: a route, the work behind it, or work that several routes and reactions share. */
const centres = ['.controller', '.handler', ''];

/** A folder per use case, named by the verb, which holds what it is named for. */
export function featureViolations(files: readonly SourceFile[]): Violation[] {
  const folders = Map.groupBy(
    files.filter(({ path }) => feature.test(path)),
    ({ path }) => feature.exec(path)!.slice(1, 3).join(''),
  );
  return [...folders].flatMap(([folder, within]) => {
    const name = posix.basename(folder);
    const own = within.map(({ path }) => posix.relative(folder, path));
    const strays = own.filter(
      (file) => /\.(?:controller|handler)\.ts$/.test(file) && !file.startsWith(`${name}.`),
    );
    return [
      ...(verbs.has(name.split('-')[0]!) ? [] : ['is not named by a verb']),
      ...(own.some((file) => centres.some((role) => file === `${name}${role}.ts`))
        ? []
        : [`has no ${name}.controller.ts, ${name}.handler.ts or ${name}.ts`]),
      ...strays.map((file) => `holds ${file}, another use case`),
    ].map((message) => ({ path: folder, message }));
  });
}
