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
/** The one file of the workbench that may know the types of the server: all it asks goes through the typed client. */
const API = 'client/workbench/api/client.ts';

const isIn = (room: string, path: string) => path.startsWith(`${room}/`);

/**
 * What each folder of the server may import of the server, itself aside; docs/architecture.md says why. A name without
 * a folder is a file beside app.ts.
 */
const PORCH = [
  'problem',
  'problem-catalogue',
  'config',
  'context',
  'log',
  'assets',
  'build-id',
  'password-rules',
];
const SERVER: Record<string, readonly string[]> = {
  store: ['problem', 'problem-catalogue'],
  accounts: [...PORCH, 'store'],
  evaluations: [...PORCH, 'store', 'accounts'],
  fieldwork: [...PORCH, 'store', 'accounts', 'evaluations'],
  figures: [...PORCH, 'store', 'evaluations', 'fieldwork'],
  scoring: [...PORCH, 'store', 'accounts', 'evaluations', 'figures'],
  clock: [...PORCH, 'store', 'accounts', 'evaluations'],
  live: [...PORCH, 'store', 'accounts', 'evaluations', 'fieldwork', 'figures', 'scoring'],
  presenters: [
    'assets',
    'store',
    'accounts',
    'evaluations',
    'fieldwork',
    'figures',
    'scoring',
    'live',
  ],
  reports: [
    ...PORCH,
    'store',
    'accounts',
    'evaluations',
    'fieldwork',
    'figures',
    'scoring',
    'presenters',
  ],
  example: ['store', 'accounts', 'evaluations', 'fieldwork'],
  http: [...PORCH, 'store', 'accounts'],
  routes: [
    ...PORCH,
    'store',
    'accounts',
    'evaluations',
    'fieldwork',
    'figures',
    'scoring',
    'live',
    'presenters',
    'reports',
    'http',
  ],
};
export const SERVER_FOLDERS = Object.keys(SERVER);

/** What of the server a presenter may run, and not only know the types of: functions that look nothing up. */
const PURE = [
  'server/evaluations/placeholders.ts',
  'server/evaluations/returns.ts',
  'server/evaluations/survey-state.ts',
  'server/scoring/evaluation-state.ts',
  'server/scoring/warnings.ts',
];

/** Where the respondent's page is rendered. */
const RENDERS_FORM = 'server/presenters/respondent-page.ts';

/** Where an app, a socket or a request of Hono's may be known; everything below is called with plain values. */
const KNOWS_HONO = /^server\/(http|routes)\/|^server\/(app|listen)\.ts$/;
const HONO = /^(hono|@hono\/node-server)(\/|$)/;

/** server/store/x.ts stands in `store`, server/app.ts in `app`. */
const placeOf = (path: string) => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';

function serverDoor(file: string, to: Import): boolean {
  if (to.isPackage) return KNOWS_HONO.test(file) || !HONO.test(to.target);
  if (isIn('analysis', to.target) || isIn('survey-definitions', to.target)) return true;
  if (isIn('client/form', to.target)) return file === RENDERS_FORM;
  if (!isIn('server', to.target)) return false;
  const [from, into] = [placeOf(file), placeOf(to.target)];
  // Beside app.ts stand what starts the server, which knows everything, and the porch, which knows no routes.
  if (file.split('/').length === 2) return into !== 'routes' || from === 'app';
  if (from === into) return from !== 'routes';
  if (from === 'presenters' && !to.typeOnly && !PURE.includes(to.target)) return false;
  return SERVER[from]?.includes(into) === true;
}

/** Whether a file of the room may import this: what architecture.md writes in its table of doors. */
const DOORS: Record<Room, (file: string, to: Import) => boolean> = {
  'survey-definitions': (file, to) =>
    to.isPackage
      ? to.target === 'zod' || (file === SCHEMA_WRITER && to.target.startsWith('node:'))
      : isIn('survey-definitions', to.target),
  analysis: (_, to) =>
    !to.isPackage && (isIn('analysis', to.target) || isIn('survey-definitions', to.target)),
  server: serverDoor,
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

/** The folder inside its room that a file stands in, or the file itself where it stands in none. */
export function folderOf(path: string): string {
  const room = ROOMS.find((each) => isIn(each, path)) ?? '';
  const [folder = '', ...rest] = path.slice(room.length + 1).split('/');
  return rest.length === 0 ? path : `${room}/${folder}`;
}

/** Circles of imports, of types too, between what `nameOf` makes of the files: each as the names in it, sorted. */
export function circles(sources: readonly Source[], nameOf: (path: string) => string): string[][] {
  const known = new Set(sources.map(({ path }) => path));
  const edges = new Map<string, Set<string>>();
  for (const source of sources) {
    const from = nameOf(source.path);
    const targets = edges.get(from) ?? new Set<string>();
    edges.set(from, targets);
    for (const { target } of importsOf(source)) {
      if (known.has(target) && nameOf(target) !== from) targets.add(nameOf(target));
    }
  }
  const reached = new Map([...edges.keys()].map((name) => [name, reachable(name, edges)]));
  const inCircle = [...edges.keys()].filter((name) => reached.get(name)?.has(name));
  const found = inCircle.map((name) =>
    inCircle
      .filter((other) => reached.get(name)?.has(other) && reached.get(other)?.has(name))
      .sort(),
  );
  return [...new Map(found.map((circle) => [circle.join(' '), circle])).values()];
}

function reachable(start: string, edges: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(edges.get(start) ?? [])];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(edges.get(name) ?? []));
  }
  return reached;
}
