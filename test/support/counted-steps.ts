import { Session } from 'node:inspector/promises';

/**
 * How often functions of the named rooms were called while `work` ran: what it costs, told the same by every machine
 * however busy. By V8's own count of calls, which is exact.
 */
export async function countedSteps(rooms: readonly string[], work: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await session.post('Profiler.takePreciseCoverage');
    work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) =>
        rooms.some((room) => url.includes(`/${room}/`) && !url.includes('/test/')),
      )
      .flatMap(({ functions }) => functions)
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  } finally {
    session.disconnect();
  }
}
