import { useRef, useState } from 'preact/hooks';
import { atMost, toggled } from './selection.ts';

export interface Selection {
  chosen: ReadonlySet<string>;
  /** Chooses one or gives it up; with `range`, also those between it and the one before. */
  toggle(id: string, range: boolean): void;
  all(): void;
  clear(): void;
}

/** Which of the responses that a list shows are chosen. */
export function useSelection(list: readonly string[]): Selection {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  return {
    chosen,
    toggle: (id, range) => {
      const from = range ? last.current : undefined;
      last.current = id;
      choose((before) => toggled(before, list, id, from));
    },
    all: () => choose(atMost(list)),
    clear: () => {
      last.current = undefined;
      choose(new Set());
    },
  };
}
