import { z } from '@hono/zod-openapi';
import type { ListedToken } from '../store/tokens.ts';

export const ListedTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    evaluation: z.string().nullable().describe('The only one that it reaches'),
    department: z.string().nullable().describe('Of that evaluation, while it is there'),
    year: z.number().nullable(),
    readOnly: z.boolean().describe('Made before tokens could write'),
    madeBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable().describe('To the minute'),
    revokedAt: z.string().nullable(),
    revokedBy: z.string().nullable(),
  })
  .openapi('ListedToken');

/** A token and what became of it; never what a program calls with. */
export function presentListedToken(token: ListedToken): z.infer<typeof ListedTokenSchema> {
  return {
    id: token.id,
    name: token.name,
    role: token.role,
    evaluation: token.evaluationId,
    department: token.department,
    year: token.year,
    readOnly: token.readOnly,
    madeBy: token.createdBy,
    createdAt: token.createdAt,
    expiresAt: token.expiresAt,
    lastUsedAt: token.lastUsedAt,
    revokedAt: token.revokedAt,
    revokedBy: token.revokedBy,
  };
}
