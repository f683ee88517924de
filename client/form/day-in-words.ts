import type { Language } from '../../survey-definitions/text.ts';

/** A calendar day, 2027-12-31, as a sentence has it: 2027 年 12 月 31 日, 31 December 2027. */
export function dayInWords(day: string, language: Language): string {
  if (language === 'en') {
    const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    return long.format(new Date(`${day}T00:00:00Z`));
  }
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}
