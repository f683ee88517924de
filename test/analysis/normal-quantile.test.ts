import { describe, expect, it } from 'vitest';
import { normalWithin } from '../../analysis/normal-quantile.ts';

/** √2·erf⁻¹(confidence), by mpmath 1.3 with 30 digits. */
const KNOWN: [confidence: number, z: string][] = [
  [0.5, '0.674489750196081743202'],
  [0.6827, '1.00002171332299916467'],
  [0.8, '1.28155156554460046697'],
  [0.9, '1.64485362695147271486'],
  [0.95, '1.95996398454005423552'],
  [0.975, '2.24140272760494537509'],
  [0.98, '2.32634787404084110089'],
  [0.99, '2.57582930354890076098'],
  [0.995, '2.80703376834380411722'],
  [0.998, '3.09023230616781354154'],
  [0.999, '3.29052673149189479323'],
];

describe('how far around its mean a normal variable lies with a given probability', () => {
  it.each(KNOWN)('is, for %d, %s', (confidence, z) => {
    expect(Math.abs(normalWithin(confidence) / Number(z) - 1)).toBeLessThan(1e-12);
  });
});
