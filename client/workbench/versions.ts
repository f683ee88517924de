interface Version {
  id: string;
  version: number;
}

/** The versions of each definition together, the newest first, in the order of the list. */
export function versionsById<T extends Version>(
  listed: readonly T[],
): [newest: T, ...older: T[]][] {
  const byId = new Map<string, [T, ...T[]]>();
  for (const one of listed.toSorted((a, b) => b.version - a.version)) {
    const known = byId.get(one.id);
    if (known) known.push(one);
    else byId.set(one.id, [one]);
  }
  const ids = [...new Set(listed.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const versions = byId.get(id);
    return versions ? [versions] : [];
  });
}
