import { useEffect, useState } from 'preact/hooks';

/** Keeps the screen awake while it is looked at, where the browser can. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      if (document.hidden || !('wakeLock' in navigator)) return;
      // Refused, as on a low battery: the screen goes dark as it would have.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (isOver) void lock?.release();
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

/** Esc leads back: the browser ends the full screen by it, and where there is none it is heard here. */
export function useEsc(back: () => void): void {
  useEffect(() => {
    const ended = () => {
      if (document.fullscreenElement === null) back();
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') back();
    };
    document.addEventListener('fullscreenchange', ended);
    addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('fullscreenchange', ended);
      removeEventListener('keydown', pressed);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {});
    };
  }, []);
}

/** Which of so many pages is shown: each in its turn, long enough to be read from afar. */
export function useTurn(pages: number, everyMs = 20_000): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setTurn((now) => now + 1), everyMs);
    return () => clearInterval(timer);
  }, [pages, everyMs]);
  return pages === 0 ? 0 : turn % pages;
}
