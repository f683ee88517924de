/** Who calls: a person by session, or another program by a token that a person made. */
export interface Actor {
  /** Username, or `token:<id>`: what the audit names. */
  name: string;
  kind: 'session' | 'token';
  /** Whose session it is, or who made the token: nobody reaches more by a token than its maker does. */
  account: {
    id: string;
    username: string;
    admin: boolean;
    /** Evaluator of some evaluation, or allowed to begin them. */
    evaluator: boolean;
    /** Whether it signs in with a second factor. */
    secondFactor: boolean;
    /** Whether it has to: without one it reaches nothing but itself. */
    secondFactorRequired: boolean;
  };
  session?: { id: string; endsAt: string; idleEndsAt: string };
  token?: {
    id: string;
    /** As it was stored; one that is none of ours may do nothing. */
    role: string;
    /** The only evaluation that it reaches; null: all that its maker sees. */
    evaluationId: string | null;
    /** Made before tokens could write. */
    readOnly: boolean;
  };
}
