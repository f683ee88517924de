/** So many days a link that invites somebody is good. */
export const INVITATION_DAYS = 7;
/** In characters, folded. */
export const LONGEST_USERNAME = 100;
