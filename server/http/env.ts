import type { Actor } from '../accounts/actor.ts';

/** What a request carries on its way through the server. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Of calls that are not public: set before any route runs. */
    actor: Actor;
    secureHeadersNonce?: string;
  };
}
