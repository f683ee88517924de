import type { Problem } from '../api.ts';
import { Failed } from '../parts/failed.tsx';

/** What a change did, said aloud, or what stopped it. */
export function Outcome(props: { said: string | undefined; problem: Problem | undefined }) {
  return (
    <>
      <p class="small said" role="status">
        {props.said}
      </p>
      {props.problem && <Failed problem={props.problem} />}
    </>
  );
}
