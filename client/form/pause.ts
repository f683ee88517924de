export interface Pause {
  /** Resolves after so many ms, or sooner: when the network or the respondent is back, or when hurried. */
  wait(ms: number): Promise<void>;
  hurry(): void;
}

/** The waiting between two attempts to send. */
export function createPause(): Pause {
  let hurry = () => {};
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        hurry = () => {
          clearTimeout(timer);
          removeEventListener('online', hurry);
          document.removeEventListener('visibilitychange', hurry);
          resolve();
        };
        const timer = setTimeout(hurry, ms);
        addEventListener('online', hurry);
        document.addEventListener('visibilitychange', hurry);
      }),
    hurry: () => hurry(),
  };
}
