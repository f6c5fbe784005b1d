import { eventsCalendar } from '../../editions/calendar.ts';
import { fileInEachLanguage } from '../../editions/file.ts';
import { calendarPath, listPath } from '../../queries/paths.ts';

export { inEachLanguage as getStaticPaths } from '../../i18n/page-words.ts';
export const GET = fileInEachLanguage('text/calendar', (library, language) => {
  const page = listPath(language, 'events');
  return eventsCalendar(library.written('events', language), { language, page, file: calendarPath(page) });
});
