/**
 * What has just been committed, told to whoever shows it: `survey:CODE` after responses, `evaluation:ID` after anything that
 * staff change in it, `people` after sessions, tokens, accounts or roles. `everything` where more was told than anybody heard.
 */
export type Topic = `survey:${string}` | `evaluation:${string}` | 'people' | 'everything';

export interface Changes {
  /** Says, after the commit, that something under these topics is no longer as it was. Never throws, and waits for nothing. */
  tell(topics: Iterable<Topic>): void;
  /** Calls `heard` with every set of topics that this process or another tells; gives how to stop it. */
  listen(heard: (topics: ReadonlySet<Topic>) => void): () => void;
  /** Whether what other processes tell is heard; where it is not, whoever shows anything has to look for himself. */
  hearsOthers(): boolean;
}

/** Within one process. */
export function createChanges(): Changes {
  const listeners = new Set<(topics: ReadonlySet<Topic>) => void>();
  return {
    tell(topics) {
      const told = new Set(topics);
      if (told.size > 0) for (const heard of [...listeners]) heard(told);
    },
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    hearsOthers: () => false,
  };
}
