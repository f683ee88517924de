/** Bytes of what staff send in one call, a definition among it. */
export const LARGEST_STAFF_BODY = 1024 * 1024;
