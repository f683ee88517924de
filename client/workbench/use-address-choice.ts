import { useLocation } from 'preact-iso/router';
import { withQuery } from './paths.ts';

/**
 * What a reader has chosen on a screen, read from the address and kept there, so that it can be sent and is found again
 * after a step away and back. A choice takes the place of the one before it: a step back leaves the screen, as it
 * stood, and never undoes a choice; only a link takes a step of its own.
 */
export function useAddressChoice(): {
  chosen: Readonly<Record<string, string | undefined>>;
  choose(changed: Record<string, string | undefined>): void;
} {
  const { path, query, route } = useLocation();
  return {
    chosen: query,
    choose: (changed) => route(withQuery(path, { ...query, ...changed }), true),
  };
}

/** A choice of the address where it is one of these. */
export const oneOf = <C extends string>(choices: readonly C[], value: string | undefined) =>
  choices.find((choice) => choice === value);
