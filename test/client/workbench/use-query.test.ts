import { environmentManager, focusManager, keepPreviousData } from '@tanstack/query-core';
import { createElement, options, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Problem, ProblemError } from '../../../client/workbench/api/client.ts';
import { session } from '../../../client/workbench/api/session.ts';
import { type Freshness, useFreshness } from '../../../client/workbench/data/freshness.ts';
import {
  forgetServerState,
  invalidate,
  queryClient,
  setAndInvalidate,
} from '../../../client/workbench/data/query-client.ts';
import { type QueryState, useQuery } from '../../../client/workbench/data/use-query.ts';

type Options = Parameters<typeof useQuery<unknown>>[0];

/** A watcher of a query as a screen is one, without anything to draw: what it sees, until it is closed. */
function watch(first: Options) {
  const parent = { childNodes: [], firstChild: null } as unknown as Element;
  const watcher = { seen: undefined as QueryState<unknown> | undefined, draws: 0 };
  const Watcher = (props: { of: Options }) => {
    watcher.seen = useQuery(props.of);
    watcher.draws += 1;
    return null;
  };
  const change = (of: Options) => render(createElement(Watcher, { of }), parent);
  change(first);
  return Object.assign(watcher, { change, close: () => render(null, parent) });
}

/** What a screen would say of how fresh it is. */
function watchFreshness() {
  const parent = { childNodes: [], firstChild: null } as unknown as Element;
  const watcher = { seen: undefined as Freshness | undefined };
  const Watcher = () => {
    watcher.seen = useFreshness();
    return null;
  };
  render(createElement(Watcher, null), parent);
  return Object.assign(watcher, { close: () => render(null, parent) });
}

/** A resource of the server that answers when it is told to, and counts how often it was asked. */
function resource(queryKey: readonly unknown[]) {
  const asked: { answer(data: unknown): void; fail(error: Error): void; signal: AbortSignal }[] =
    [];
  const queryFn = ({ signal }: { signal: AbortSignal }) =>
    new Promise<unknown>((answer, fail) => asked.push({ answer, fail, signal }));
  return { queryKey, queryFn, asked };
}

const failure = (status: number, code: Problem['code'] = 'unknown') =>
  new ProblemError({ status, code, title: String(status) });
/** Lets everything that is due be done. Preact also leaves a closed watcher only then, after the next frame. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  // Under Node the library takes itself for a server, which never polls, and Preact waits for frames that do not come.
  environmentManager.setIsServer(() => false);
  options.requestAnimationFrame = (callback) => setTimeout(callback, 0);
  queryClient.mount();
});
afterEach(() => {
  queryClient.clear();
  queryClient.unmount();
  focusManager.setFocused(undefined);
  environmentManager.setIsServer(() => true);
  vi.useRealTimers();
});

describe('a query on the screen', () => {
  it('is asked once for two watchers, and both see the answer', async () => {
    const one = resource(['surveys', 'a', 'progress']);
    const watchers = [watch(one), watch(one)];
    await settle();
    expect(watchers.map(({ seen }) => seen)).toEqual([
      { status: 'pending' },
      { status: 'pending' },
    ]);
    expect(one.asked).toHaveLength(1);
    one.asked[0]?.answer({ received: 1 });
    await settle();
    for (const { seen } of watchers) {
      expect(seen).toEqual({ status: 'success', data: { received: 1 } });
    }
    for (const watcher of watchers) watcher.close();
  });

  it('shows at once what was read before, and asks again when a screen opens', async () => {
    const one = resource(['evaluations', '1']);
    const before = watch(one);
    await settle();
    one.asked[0]?.answer('first');
    await settle();
    before.close();
    const again = watch(one);
    expect(again.seen).toEqual({ status: 'success', data: 'first' });
    await settle();
    expect(one.asked).toHaveLength(2);
    one.asked[1]?.answer('second');
    await settle();
    expect(again.seen?.data).toBe('second');
    again.close();
  });

  it('keeps data that has not changed identical, and draws nothing anew for it', async () => {
    const one = resource(['evaluations', '1']);
    const watcher = watch(one);
    await settle();
    one.asked[0]?.answer({ surveys: [{ code: 'a' }] });
    await settle();
    const { seen, draws } = watcher;
    invalidate(['evaluations']);
    await settle();
    one.asked[1]?.answer({ surveys: [{ code: 'a' }] });
    await settle();
    expect(watcher.seen?.data).toBe(seen?.data);
    expect(watcher.draws).toBe(draws);
    watcher.close();
  });

  it('shows what stood before while another is on its way, where the screen asks for that', async () => {
    const [exact, published] = [resource(['r', 'exact']), resource(['r', 'published'])];
    const kept = watch({ ...exact, placeholderData: keepPreviousData });
    const plain = watch(exact);
    await settle();
    exact.asked[0]?.answer('89.34');
    await settle();
    kept.change({ ...published, placeholderData: keepPreviousData });
    plain.change(published);
    await settle();
    expect(kept.seen).toEqual({ status: 'success', data: '89.34' });
    expect(plain.seen).toEqual({ status: 'pending' });
    published.asked[0]?.answer('89.35');
    await settle();
    expect([kept.seen?.data, plain.seen?.data]).toEqual(['89.35', '89.35']);
    kept.close();
    plain.close();
  });

  it('is broken off once nobody watches it, and what still comes of it is not shown', async () => {
    const [one, other] = [resource(['surveys', 'a']), resource(['surveys', 'b'])];
    const watcher = watch(one);
    await settle();
    watcher.change(other);
    await settle();
    expect(one.asked[0]?.signal.aborted).toBe(true);
    one.asked[0]?.answer('too late');
    other.asked[0]?.answer('wanted');
    await settle();
    expect(watcher.seen?.data).toBe('wanted');
    expect(queryClient.getQueryData(one.queryKey)).toBeUndefined();
    watcher.close();
  });
});

describe('after a change', () => {
  it('what is below the key and watched is asked again, and nothing else', async () => {
    const watched = resource(['evaluations', '1', 'scoring']);
    const left = resource(['evaluations', '1']);
    const elsewhere = resource(['evaluations', '2']);
    const watchers = [watched, left, elsewhere].map(watch);
    await settle();
    for (const { asked } of [watched, left, elsewhere]) asked[0]?.answer('before');
    await settle();
    watchers[1]?.close();
    await settle();
    invalidate(['evaluations', '1']);
    await settle();
    expect([watched, left, elsewhere].map(({ asked }) => asked.length)).toEqual([2, 1, 1]);
    for (const watcher of watchers) watcher.close();
  });

  it('its answer is shown as it is, and an older one under way comes too late', async () => {
    const scoring = resource(['evaluations', '1', 'scoring']);
    const evaluation = resource(['evaluations', '1']);
    const watchers = [watch(scoring), watch(evaluation)];
    await settle();
    for (const { asked } of [scoring, evaluation]) asked[0]?.answer('before');
    await settle();
    invalidate(['evaluations']);
    await settle();
    setAndInvalidate(scoring, 'after', ['evaluations']);
    await settle();
    scoring.asked[1]?.answer('before');
    await settle();
    expect(watchers[0]?.seen?.data).toBe('after');
    expect([scoring.asked.length, evaluation.asked.length]).toEqual([2, 3]);
    for (const watcher of watchers) watcher.close();
  });

  it('of who is signed in or of the language all is forgotten, and what is on screen asked anew', async () => {
    const [shown, left] = [resource(['evaluations']), resource(['questionnaires'])];
    const watcher = watch(shown);
    const gone = watch(left);
    await settle();
    shown.asked[0]?.answer('中文');
    left.asked[0]?.answer('中文');
    await settle();
    gone.close();
    await settle();
    forgetServerState();
    await settle();
    expect(watcher.seen).toEqual({ status: 'pending' });
    expect(queryClient.getQueryData(left.queryKey)).toBeUndefined();
    shown.asked[1]?.answer('English');
    await settle();
    expect(watcher.seen?.data).toBe('English');
    expect([shown.asked.length, left.asked.length]).toEqual([2, 1]);
    watcher.close();
  });
});

describe('a question that fails', () => {
  it.each([0, 500, 503])(
    'with %i is tried twice more, a little later each time',
    async (status) => {
      const one = resource(['surveys', 'a']);
      const watcher = watch(one);
      await settle();
      one.asked[0]?.fail(failure(status));
      await vi.advanceTimersByTimeAsync(499);
      expect(one.asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      one.asked[1]?.fail(failure(status));
      await vi.advanceTimersByTimeAsync(999);
      expect([one.asked.length, watcher.seen?.status]).toEqual([2, 'pending']);
      await vi.advanceTimersByTimeAsync(1);
      one.asked[2]?.fail(failure(status));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(one.asked).toHaveLength(3);
      expect(watcher.seen).toMatchObject({ status: 'error', problem: { status } });
      watcher.close();
    },
  );

  it.each([400, 403, 404, 409, 422, 429])(
    'with %i is not tried again but on demand',
    async (status) => {
      const one = resource(['surveys', 'a']);
      const watcher = watch(one);
      await settle();
      one.asked[0]?.fail(failure(status));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(one.asked).toHaveLength(1);
      const { seen } = watcher;
      expect(seen).toMatchObject({ status: 'error', problem: { status } });
      if (seen?.status === 'error') seen.retry();
      await settle();
      expect([one.asked.length, watcher.seen?.status]).toEqual([2, 'pending']);
      watcher.close();
    },
  );

  it('leaves on the screen what was read before while the server is out of reach, but not where it refuses', async () => {
    const one = resource(['surveys', 'a']);
    const watcher = watch(one);
    await settle();
    one.asked[0]?.answer('before');
    await settle();
    invalidate(['surveys']);
    for (const [attempt, wait] of [500, 1000, 0].entries()) {
      await settle();
      one.asked[attempt + 1]?.fail(failure(0, 'unreachable'));
      await vi.advanceTimersByTimeAsync(wait);
    }
    expect(watcher.seen).toEqual({ status: 'success', data: 'before' });
    invalidate(['surveys']);
    await settle();
    one.asked[4]?.fail(failure(404));
    await settle();
    expect(watcher.seen).toMatchObject({ status: 'error', problem: { status: 404 } });
    watcher.close();
  });

  it('because the session has ended says that nobody is signed in', async () => {
    const who = resource(session.queryKey);
    const one = resource(['evaluations']);
    const watchers = [watch(who), watch(one)];
    await settle();
    who.asked[0]?.answer({ username: 'admin' });
    one.asked[0]?.fail(failure(401));
    await settle();
    expect(watchers[0]?.seen).toEqual({ status: 'success', data: null });
    for (const watcher of watchers) watcher.close();
  });
});

describe('polling', () => {
  const polled = (one: ReturnType<typeof resource>) => ({
    ...one,
    refetchInterval: 5000,
    refetchIntervalInBackground: false,
  });

  it('asks every few seconds, stops while the document is hidden, and goes on after', async () => {
    const one = resource(['surveys', 'a', 'progress']);
    const document = { visibilityState: 'visible' };
    vi.stubGlobal('document', document);
    const watcher = watch(polled(one));
    await settle();
    const pass = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1000) {
        one.asked.at(-1)?.answer(one.asked.length);
        await vi.advanceTimersByTimeAsync(1000);
      }
      return one.asked.length;
    };
    expect(await pass(11_000)).toBe(3);
    document.visibilityState = 'hidden';
    expect(await pass(60_000)).toBe(3);
    document.visibilityState = 'visible';
    expect(await pass(10_000)).toBe(5);
    watcher.close();
    expect(await pass(60_000)).toBe(5);
    vi.unstubAllGlobals();
  });

  it('ends where the screen asks for it no longer', async () => {
    const one = resource(['surveys', 'a', 'progress']);
    const watcher = watch(polled(one));
    await settle();
    one.asked[0]?.answer('open');
    await vi.advanceTimersByTimeAsync(5000);
    one.asked[1]?.answer('closed');
    await settle();
    watcher.change({ ...one, refetchInterval: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.asked).toHaveLength(2);
    watcher.close();
  });
});

describe('a live screen', () => {
  const START = Date.parse('2026-11-21T06:05:00.000Z');

  it('is as old as its oldest number, and new again where the server says that nothing has changed', async () => {
    vi.setSystemTime(START);
    const [progress, scoring] = [
      resource(['surveys', 'a', 'progress']),
      resource(['evaluations', '1']),
    ];
    const definition = resource(['questionnaires', 'q', 1]);
    const fresh = watchFreshness();
    const watchers = [watch(definition), watch(progress), watch(scoring)];
    await settle();
    definition.asked[0]?.answer('never changes');
    await settle();
    expect(fresh.seen).toBeUndefined();
    progress.asked[0]?.answer({ received: 1 });
    await settle();
    expect(fresh.seen).toEqual({ asOf: START, failing: false });
    vi.setSystemTime(START + 60_000);
    scoring.asked[0]?.answer('80.50');
    await settle();
    expect(fresh.seen?.asOf).toBe(START);
    invalidate(['surveys']);
    await settle();
    progress.asked[1]?.answer({ received: 1 });
    await settle();
    expect(fresh.seen).toEqual({ asOf: START + 60_000, failing: false });
    for (const watcher of [...watchers, fresh]) watcher.close();
  });

  it('says that asking fails while the server is out of reach, keeps its time, and recovers', async () => {
    vi.setSystemTime(START);
    const progress = resource(['surveys', 'a', 'progress']);
    const fresh = watchFreshness();
    const watcher = watch({ ...progress, refetchInterval: 5000 });
    await settle();
    progress.asked[0]?.answer({ received: 1 });
    await vi.advanceTimersByTimeAsync(5000);
    for (const [attempt, wait] of [500, 1000, 0].entries()) {
      progress.asked[attempt + 1]?.fail(failure(0, 'unreachable'));
      await vi.advanceTimersByTimeAsync(wait);
    }
    expect(fresh.seen).toEqual({ asOf: START, failing: true });
    await vi.advanceTimersByTimeAsync(5000);
    progress.asked.at(-1)?.answer({ received: 1 });
    await settle();
    expect(fresh.seen?.failing).toBe(false);
    expect(fresh.seen?.asOf).toBeGreaterThan(START + 5000);
    for (const one of [watcher, fresh]) one.close();
  });
});
