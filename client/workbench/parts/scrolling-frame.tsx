import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { sharedWords } from './words.ts';

/** Scrolls sideways only where its table finds no room, and then says so; until then it cuts nothing, no focus ring either. */
export function ScrollingFrame({ children }: { children: ComponentChildren }) {
  const shared = useWords(sharedWords);
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const place = frame.current;
    if (!place) return;
    const measure = () => setScrolls(place.scrollWidth > place.clientWidth);
    const observer = new ResizeObserver(measure);
    for (const sized of [place, ...place.children]) observer.observe(sized);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      {scrolls && <p class="small quiet scroll-hint">{shared.scrollsSideways}</p>}
      <div
        ref={frame}
        class={scrolls ? 'table-frame scrolls' : 'table-frame'}
        {...(scrolls ? { role: 'region', tabIndex: 0, 'aria-label': shared.scrollsSideways } : {})}
      >
        {children}
      </div>
    </>
  );
}
