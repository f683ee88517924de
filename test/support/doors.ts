import type { Import, Source } from './imports.ts';
import { importsOf } from './imports.ts';

/** The rooms of the house; `client` has two that share nothing. */
export const ROOMS = [
  'survey-definitions',
  'analysis',
  'server',
  'client/form',
  'client/workbench',
] as const;
export type Room = (typeof ROOMS)[number];

/** The one script in survey-definitions: it writes the generated JSON Schemas into the folder. */
const SCHEMA_WRITER = 'survey-definitions/write-json-schemas.ts';
/** The one file of the workbench that may know the types of the server. */
const API = 'client/workbench/api.ts';

function isIn(room: Room, path: string): boolean {
  return path.startsWith(`${room}/`);
}

/** Whether a file of the room may import this: what architecture.md writes in its table of doors. */
const DOORS: Record<Room, (file: string, to: Import) => boolean> = {
  'survey-definitions': (file, to) =>
    to.isPackage
      ? to.target === 'zod' || (file === SCHEMA_WRITER && to.target.startsWith('node:'))
      : isIn('survey-definitions', to.target),
  analysis: (_, to) =>
    !to.isPackage && (isIn('analysis', to.target) || isIn('survey-definitions', to.target)),
  server: (file, to) =>
    to.isPackage ||
    isIn('analysis', to.target) ||
    isIn('survey-definitions', to.target) ||
    isIn('client/form', to.target) ||
    (isIn('server', to.target) &&
      !(file.startsWith('server/store/') && to.target.startsWith('server/routes/'))),
  'client/form': (_, to) =>
    to.isPackage
      ? /^preact(-render-to-string)?(\/|$)/.test(to.target)
      : isIn('client/form', to.target) || (to.typeOnly && isIn('survey-definitions', to.target)),
  'client/workbench': (file, to) =>
    to.isPackage
      ? !to.target.startsWith('node:') && to.target !== '?'
      : isIn('client/workbench', to.target) ||
        isIn('survey-definitions', to.target) ||
        isIn('analysis', to.target) ||
        (file === API && to.typeOnly && to.target === 'server/app.ts'),
};

/** Every import of these files that crosses a door held shut, as "file -> target". */
export function crossings(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = ROOMS.find((each) => isIn(each, source.path));
    if (!room) return [`${source.path} -> stands in no room`];
    return importsOf(source)
      .filter((to) => !DOORS[room](source.path, to))
      .map((to) => `${source.path} -> ${to.target}`);
  });
}

/** Files that a file reaches through any number of imports within the project, itself not counted. */
export function reachableFrom(start: string, sources: readonly Source[]): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = byPath.get(path);
    for (const to of source ? importsOf(source) : [])
      if (!to.isPackage && !reached.has(to.target)) {
        reached.add(to.target);
        waiting.push(to.target);
      }
  }
  return reached;
}
