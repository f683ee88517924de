/** Most responses that the server takes one decision about. */
export const MOST_CHOSEN = 500;

/**
 * What is chosen of a list after one of it was chosen, or no longer is; with `from`, all that stand between the two are as it
 * is. No more than can be decided about at once.
 */
export function toggled(
  chosen: ReadonlySet<string>,
  list: readonly string[],
  id: string,
  from?: string,
): ReadonlySet<string> {
  const [here, there] = [list.indexOf(id), from === undefined ? -1 : list.indexOf(from)];
  const [first, last] =
    there === -1 ? [here, here] : [Math.min(here, there), Math.max(here, there)];
  const those = list.slice(first, last + 1);
  return chosen.has(id)
    ? new Set([...chosen].filter((one) => !those.includes(one)))
    : atMost([...chosen, ...those]);
}

/** So many of them, each once. */
export const atMost = (ids: readonly string[]): ReadonlySet<string> =>
  new Set([...new Set(ids)].slice(0, MOST_CHOSEN));
