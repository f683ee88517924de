import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../client/workbench/api/client.ts';
import { faultsByField } from '../../../client/workbench/parts/field-faults.ts';

const NAMES = ['department', 'year'] as const;
const refused = (errors?: Problem['errors']): Problem => ({
  status: 422,
  code: 'not-acceptable',
  title: '内容不符合要求',
  ...(errors ? { errors } : {}),
});
const fault = (path: string, message = path) => ({ path, code: 'too-small', message });

describe('the faults of a refusal', () => {
  it('stand beside the fields they name, with nothing left for the form to say', () => {
    expect(faultsByField(refused([fault('$.year', '太小')]), NAMES)).toEqual({
      byField: { year: '太小' },
      rest: undefined,
    });
  });

  it('that name no field of the form stay with the form', () => {
    const elsewhere = fault('$.indicatorSystem');
    expect(faultsByField(refused([fault('$.year'), elsewhere]), NAMES)).toEqual({
      byField: { year: '$.year' },
      rest: refused([elsewhere]),
    });
  });

  it('of one field are said together', () => {
    const both = refused([fault('$.department', '甲'), fault('$.department', '乙')]);
    expect(faultsByField(both, NAMES).byField).toEqual({ department: '甲 乙' });
  });

  it('are none where the whole was refused, or nothing', () => {
    const whole = refused();
    expect(faultsByField(whole, NAMES)).toEqual({ byField: {}, rest: whole });
    expect(faultsByField(undefined, NAMES)).toEqual({ byField: {}, rest: undefined });
  });
});
