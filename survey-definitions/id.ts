/** What a stable machine name looks like. Without Zod, so that a browser can read it. */
// `constructor` would name what every object inherits, where somebody looks answers up by id.
export const ID_PATTERN = /^(?!constructor$)[a-z][a-z0-9-]{0,39}$/;
