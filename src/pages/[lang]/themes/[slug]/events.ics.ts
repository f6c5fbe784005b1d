import { eventsCalendar } from '../../../../editions/calendar.ts';
import { fileInEachLanguage } from '../../../../editions/file.ts';
import { entryPaths } from '../../../../queries/entry-paths.ts';
import { eventsAbout } from '../../../../queries/events.ts';
import { entryPath, eventsCalendarPath } from '../../../../queries/paths.ts';

export const getStaticPaths = () => entryPaths('themes');

export const GET = fileInEachLanguage('text/calendar', (library, language, { slug = '' }) => {
  const page = entryPath(language, 'themes', slug);
  return eventsCalendar(eventsAbout(library, 'theme', slug, language), {
    language,
    page,
    file: eventsCalendarPath(page),
    about: library.find('themes', slug, language)?.data.title,
  });
});
