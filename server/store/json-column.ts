import type { z } from 'zod';

/** What a JSON column holds, checked by its schema. Throws where the column was damaged from outside. */
export function fromJson<T>(schema: z.ZodType<T>, text: string): T {
  return schema.parse(JSON.parse(text));
}
