import { describe, expect, it } from 'vitest';
import {
  aboutComposite,
  faultsInCombination,
  pathInCombination,
  readCombination,
} from '../../../client/workbench/returns/read-combination.ts';

const CODES = ['city', 'suburbs', 'village'];
const WORDS = {
  twoAtLeast: 'two at least',
  aboveZero: 'above 0',
  notOne: (sum: string) => `they add up to ${sum}`,
};

function filledIn(how: string, values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  form.set('how', how);
  for (const [name, given] of Object.entries(values))
    for (const value of [given].flat()) form.append(name, value);
  return form;
}
const weights = (city: string, suburbs: string, village = '') =>
  filledIn('weighted', {
    'weight city': city,
    'weight suburbs': suburbs,
    'weight village': village,
  });
const faults = (form: FormData) => faultsInCombination(readCombination(form, CODES), CODES, WORDS);

describe('surveys combined in a form', () => {
  it('are those with a weight, or those that are ticked', () => {
    expect(readCombination(weights(' 0.6', '', '2/5'), CODES)).toEqual({
      combine: 'weighted',
      surveys: [
        { code: 'city', weight: '0.6' },
        { code: 'village', weight: '2/5' },
      ],
    });
    // A weight that was typed before somebody looked at the other way does not count there.
    const ticked = filledIn('pooled', { 'weight city': '0.6', pooled: ['village', 'city'] });
    expect(readCombination(ticked, CODES)).toEqual({
      combine: 'pooled',
      surveys: [{ code: 'city' }, { code: 'village' }],
    });
  });

  it('close to 1 exactly, as decimals and as fractions', () => {
    expect(faults(weights('0.6', '0.4'))).toEqual({});
    expect(faults(weights('1/3', '1/3', '1/3'))).toEqual({});
    expect(faults(weights('0.6', '0.3'))).toEqual({ 'weight suburbs': 'they add up to 0.9' });
    expect(faults(weights('0.333333', '2/3'))).toEqual({
      'weight suburbs': expect.stringContaining('they add up to'),
    });
  });

  it('are two at least, each with a weight above 0', () => {
    expect(faults(weights('1', ''))).toEqual({ 'weight suburbs': 'two at least' });
    expect(faults(weights('1', '0'))).toEqual({ 'weight suburbs': 'above 0' });
    expect(faults(filledIn('pooled', { pooled: 'city' }))).toEqual({ pooled: 'two at least' });
  });

  it('leave to the field what is no number at all', () => {
    expect(faults(weights('60%', '0.4'))).toEqual({});
  });

  it('find what the server says of a weight beside its field', () => {
    const path = pathInCombination('public', readCombination(weights('', '0.6', '0.4'), CODES));
    expect(path('weight village')).toBe("$.feeds['public'].surveys[1].weight");
    expect(path('weight city')).toBe('$.weight city');
  });

  it('say about what they come to, where that is the sum of their own numbers', () => {
    const known = [
      { code: 'city', composite: { value: 91.2 }, compositeBase: 80 },
      { code: 'suburbs', composite: { value: 88 }, compositeBase: 40 },
      { code: 'village', composite: null, compositeBase: 0 },
    ];
    const about = (form: FormData) => aboutComposite(readCombination(form, CODES), known);
    expect(about(weights('3/5', '0.4'))).toEqual({ value: expect.closeTo(89.92, 8), base: 120 });
    expect(about(weights('0.6', '', '0.4'))).toBeNull();
    expect(about(filledIn('pooled', { pooled: ['city', 'suburbs'] }))).toBeNull();
  });
});
