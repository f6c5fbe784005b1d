import { calendarOf } from '../../editions/calendar.ts';
import { fileInEachLanguage } from '../../editions/file.ts';

export { inEachLanguage as getStaticPaths } from '../../i18n/page-words.ts';
export const GET = fileInEachLanguage('text/calendar', (library, language) =>
  calendarOf(library.written('events', language), language).toString(),
);
