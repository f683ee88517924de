/** A generator of numbers in [0, 1) that follows from its seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(from: readonly [T, ...T[]], random: () => number): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}

export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/**
 * Draws for each run several of these kinds, each at most once in a run and in random order: every kind in half
 * of the runs, and in no run fewer than `least`.
 */
export function drawnForRuns<K>(kinds: readonly K[], runs: number, least: number, seed: number) {
  const random = seeded(seed);
  const drawn: K[][] = Array.from({ length: runs }, () => []);
  for (const kind of kinds) {
    for (const of of shuffled(drawn, random).slice(0, Math.ceil(runs / 2))) of.push(kind);
  }
  return drawn.map((some) => {
    const rest = shuffled(
      kinds.filter((kind) => !some.includes(kind)),
      random,
    );
    return shuffled([...some, ...rest.slice(0, Math.max(0, least - some.length))], random);
  });
}
