import { prefectureOf, prefectures } from '../../../../data/places.ts';
import { eventsCalendar } from '../../../../editions/calendar.ts';
import { fileInEachLanguage } from '../../../../editions/file.ts';
import { languages } from '../../../../i18n/languages.ts';
import { placeName } from '../../../../i18n/names.ts';
import { eventsAbout } from '../../../../queries/events.ts';
import { eventsCalendarPath, prefecturePath } from '../../../../queries/paths.ts';

export function getStaticPaths() {
  return languages.flatMap((lang) => prefectures.map(({ slug }) => ({ params: { lang, prefecture: slug } })));
}

export const GET = fileInEachLanguage('text/calendar', (library, language, named) => {
  const prefecture = prefectureOf(named['prefecture'] ?? '');
  const page = prefecturePath(language, prefecture.slug);
  return eventsCalendar(eventsAbout(library, 'prefecture', prefecture.slug, language), {
    language,
    page,
    file: eventsCalendarPath(page),
    about: placeName(prefecture, language),
  });
});
