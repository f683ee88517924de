import { GROUP_NAMES, type RespondentGroup, SHIPPED_GROUPS } from './survey.ts';
import type { Text } from './text.ts';

/** Whether a group is one of those that need no name of their own. */
export function isShippedGroup(group: RespondentGroup): group is keyof typeof GROUP_NAMES {
  return SHIPPED_GROUPS.some((shipped) => shipped === group);
}

/** What a group is called in a sentence: as its questionnaire names it, else a shipped one by us, else by its id. */
export function groupName(group: RespondentGroup, named?: Text): Text {
  if (named !== undefined) return named;
  return isShippedGroup(group) ? GROUP_NAMES[group] : group;
}
