import { useEffect, useState } from 'preact/hooks';

/** How the line stands on which an evaluation's progress comes by itself. */
export interface Line {
  /**
   * none: there is none, so that what is on screen is asked for every few seconds; open: what changes comes by itself; lost: it broke
   * and is being opened again, while what is on screen is asked for.
   */
  state: 'none' | 'open' | 'lost';
  /** Whose progress comes. */
  evaluation?: string;
  /** Codes of the surveys whose progress came on it. */
  surveys: ReadonlySet<string>;
  /** When there was a sign of life last, in milliseconds since 1970. */
  heardAt: number;
  /** Since when it is known to be dead though nothing said so, until it is open again; what was asked before may never be answered. */
  deadSince: number | undefined;
}

const CLOSED: Line = { state: 'none', surveys: new Set(), heardAt: 0, deadSince: undefined };

let line = CLOSED;
const listeners = new Set<() => void>();

export const lineNow = (): Line => line;

export function setLine(changed: Partial<Line>): void {
  line = { ...line, ...changed };
  for (const listener of [...listeners]) listener();
}

export const closeLine = (): void => setLine(CLOSED);

/** Tells of every change, every sign of life among them. */
export function watchLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the line stands now. */
export function useLineState(): Line['state'] {
  const [state, setState] = useState(line.state);
  useEffect(() => {
    const follow = () => setState(line.state);
    follow();
    return watchLine(follow);
  }, []);
  return state;
}
