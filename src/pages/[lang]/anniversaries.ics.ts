import { today } from '../../clock.ts';
import { anniversariesCalendar } from '../../editions/calendar.ts';
import { fileInEachLanguage } from '../../editions/file.ts';
import { anniversaries } from '../../queries/anniversaries.ts';

export { inEachLanguage as getStaticPaths } from '../../i18n/page-words.ts';
export const GET = fileInEachLanguage('text/calendar', (library, language) =>
  anniversariesCalendar(anniversaries(library, language, today()), language),
);
