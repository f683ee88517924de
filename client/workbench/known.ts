import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { forgetAnswers, type Problem, ProblemError, type Resource, session } from './api.ts';

/** Where a resource stands: on its way, here (perhaps being asked for again), or refused. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; problem: Problem; again(): void }
  | { state: 'ready'; data: T };

interface Known {
  data?: unknown;
  problem?: Problem;
  /** The question under way; an answer to any other comes too late. */
  asking?: symbol;
  /** Still shown, but to be asked for again. */
  stale?: boolean;
}

const known = new Map<string, Known>();
const watchers = new Map<string, Set<() => void>>();

function tell(key: string, news: Known): void {
  known.set(key, news);
  for (const redraw of watchers.get(key) ?? []) redraw();
}

async function ask<T>(resource: Resource<T>): Promise<void> {
  const before = known.get(resource.key);
  if (before?.asking) return;
  const asking = Symbol(resource.key);
  tell(resource.key, { ...before, asking });
  const answer = await resource.load().then(
    (data) => ({ data: sameAs(before?.data, data) }),
    (error: unknown) => refused(problemOf(error), before?.data),
  );
  if (known.get(resource.key)?.asking === asking) tell(resource.key, answer);
}

/** What is known already where nothing has changed, so that nothing is drawn anew. */
function sameAs(before: unknown, data: unknown): unknown {
  return JSON.stringify(before) === JSON.stringify(data) ? before : data;
}

/** Where the server is out of reach for a moment, what it said before stays on the screen. */
function refused(problem: Problem, before: unknown): Known {
  const passing = problem.status === 0 || problem.status >= 500;
  return passing && before !== undefined ? { data: before } : { problem };
}

/** What went wrong, as a screen shows it. A session that ended sends the reader back to signing in. */
function problemOf(error: unknown): Problem {
  if (!(error instanceof ProblemError)) throw error;
  if (error.problem.status === 401) tell(session.key, { problem: error.problem });
  return error.problem;
}

/** Puts what an answer already said where the screens look for it. */
export function remember<T>(resource: Resource<T>, data: T): void {
  tell(resource.key, { data });
}

/** After a change: whatever stands under one of these keys, or below them, is asked for again where it is shown. */
export function renew(...prefixes: string[]): void {
  for (const [key, { data }] of known) {
    if (prefixes.some((prefix) => key.startsWith(prefix))) tell(key, { data, stale: true });
  }
}

/** Forgets everything, as after signing in or out or a change of language. */
export function forgetAll(): void {
  forgetAnswers();
  known.clear();
  for (const redraws of watchers.values()) for (const redraw of redraws) redraw();
}

/** The resource as it stands: asked for when a screen opens, and again after `renew`. */
export function useLoaded<T>(resource: Resource<T>): Loaded<T> {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const { key } = resource;
  useEffect(() => {
    const mine = watchers.get(key) ?? new Set();
    const watcher = () => redraw(undefined);
    watchers.set(key, mine.add(watcher));
    void ask(resource);
    return () => {
      mine.delete(watcher);
    };
  }, [key]);

  const now = known.get(key);
  useEffect(() => {
    if (!now || now.stale) void ask(resource);
  }, [now]);

  if (now?.data !== undefined) return { state: 'ready', data: now.data as T };
  if (!now?.problem || now.asking) return { state: 'loading' };
  return { state: 'failed', problem: now.problem, again: () => void ask(resource) };
}

/** The same, but while another is on its way what stood before stays, so that a switch moves nothing. */
export function useKept<T>(loaded: Loaded<T>): Loaded<T> {
  const before = useRef<T>(undefined);
  if (loaded.state === 'ready') before.current = loaded.data;
  if (loaded.state !== 'loading' || before.current === undefined) return loaded;
  return { state: 'ready', data: before.current };
}

/** Something the reader sets going: whether it is under way, and what stopped it. */
export function useAction<Given extends unknown[]>(action: (...given: Given) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  /** True where it was done. Once more while under way does nothing. */
  const run = async (...given: Given): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await action(...given);
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, problem };
}
