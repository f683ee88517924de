import { createHash } from 'node:crypto';
import { canonicalJson } from '../../survey-definitions/canonical-json.ts';

/** Who did what, when (操作日志). */
export interface AuditEvent {
  id: string;
  /** ISO 8601 UTC. */
  at: string;
  /** Username, or token:<id>. */
  actor: string;
  /** e.g. survey.open, scoring.override. */
  action: string;
  evaluationId: string | null;
  /** What it was done to, e.g. a survey code or an indicator code. */
  subject: string;
  /** What changed. Never anyone's answers. */
  detail: Record<string, unknown>;
}

/** An event in its place. */
export interface ChainedEvent extends AuditEvent {
  /** 1 for the first, without gaps. */
  seq: number;
  /** The hash of the event before, 64 zeros for the first. */
  previous: string;
  /** Lower-case hexadecimal SHA-256 of all the others. */
  hash: string;
}

/** The last event of the chain: who keeps it outside can tell later whether all that led to it is still as it was. */
export type AuditHead = Pick<ChainedEvent, 'seq' | 'hash'>;

/** Before there is any event. */
export const NO_EVENT: AuditHead = { seq: 0, hash: '0'.repeat(64) };

/**
 * The hash of an event in its place: SHA-256 of the UTF-8 of its canonical JSON (RFC 8785). Throws a TypeError where
 * `detail` holds what JSON cannot say.
 */
export function hashOfEvent(event: Omit<ChainedEvent, 'hash'>): string {
  const { seq, previous, id, at, actor, action, evaluationId, subject, detail } = event;
  const hashed = { seq, previous, id, at, actor, action, evaluationId, subject, detail };
  return createHash('sha256').update(canonicalJson(hashed), 'utf8').digest('hex');
}

/** The event in its place behind the head. */
export function chained(head: AuditHead, event: AuditEvent): ChainedEvent {
  const placed = { ...event, seq: head.seq + 1, previous: head.hash };
  return { ...placed, hash: hashOfEvent(placed) };
}
