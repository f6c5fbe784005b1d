import { eventsCalendar } from '../../../../editions/calendar.ts';
import { fileInEachLanguage } from '../../../../editions/file.ts';
import { entryPaths } from '../../../../queries/entry-paths.ts';
import { eventsAbout } from '../../../../queries/events.ts';
import { entryPath, eventsCalendarPath } from '../../../../queries/paths.ts';

export const getStaticPaths = () => entryPaths('programmes');

export const GET = fileInEachLanguage('text/calendar', (library, language, { slug = '' }) => {
  const page = entryPath(language, 'programmes', slug);
  return eventsCalendar(eventsAbout(library, 'programme', slug, language), {
    language,
    page,
    file: eventsCalendarPath(page),
    about: library.find('programmes', slug, language)?.data.title,
  });
});
