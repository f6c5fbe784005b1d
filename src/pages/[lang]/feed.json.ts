import { feedOf } from '../../editions/feed.ts';
import { fileInEachLanguage } from '../../editions/file.ts';

export { inEachLanguage as getStaticPaths } from '../../i18n/page-words.ts';
export const GET = fileInEachLanguage('application/feed+json', (library, language) => feedOf(library, language).json1());
