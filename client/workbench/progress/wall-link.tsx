import { useEvaluation } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { wallPath } from '../paths.ts';
import { progressWords } from './words.ts';

/** Opens the wall, on the full screen where the browser lets it have that; elsewhere the page alone fills the window. */
export function WallLink({ survey }: { survey?: string }) {
  const words = useWords(progressWords);
  const { id } = useEvaluation();
  return (
    <a
      class="button screen-only"
      href={wallPath(id, survey)}
      onClick={() => void document.documentElement.requestFullscreen?.().catch(() => {})}
    >
      {words.wall}
    </a>
  );
}
