/** What one language says of how a composite was made; each is a part of a line, without its full stop. */
export interface CompositeWords {
  noItems: string;
  noAnswers: string;
  /** Of `n` items with a base, each weighing the same. */
  mean(n: number): string;
  /** The item that alone has a base. */
  single(topic: string): string;
  weighted(n: number): string;
  dimensions(n: number): string;
  dimension(name: string): string;
  pooled(items: number, answers: string): string;
  overall(topic: string, base: string): string;
  top(n: number, grades: number): string;
  persons(reaching: string, base: string, threshold: string): string;
  /** Items or dimensions without a scored answer: left out of a mean, or their weight given to the others in proportion. */
  empty(names: readonly string[], what: 'left-out' | 'scaled-up'): string;
  /** Between the parts of the line, and at its end. */
  joint: string;
  stop: string;
}
