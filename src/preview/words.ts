/** What a preview says of its gaps, in the language of the page. */
import type { Language, Words } from '../i18n/languages.ts';

interface PreviewWords {
  /** In place of a value that is missing: the name of its field. */
  readonly gap: (label: Words) => string;
  /** Above the passages that the text engine refuses. */
  readonly refused: string;
  readonly line: (line: number) => string;
  readonly noPicture: (file: string) => string;
  /** At the address of a draft that has left the memory. */
  readonly gone: string;
}

export const previewWords: Readonly<Record<Language, PreviewWords>> = {
  ja: {
    gap: ({ ja }) => `（${ja}）`,
    refused: 'このままでは公開できません',
    line: (line) => `本文${line}行目`,
    noPicture: (file) => `画像「${file}」がありません`,
    gone: 'この下書きの表示は終わりました。編集画面で開き直してください。',
  },
  en: {
    gap: ({ en }) => `(${en})`,
    refused: 'This cannot be published as it is',
    line: (line) => `Line ${line} of the text`,
    noPicture: (file) => `There is no picture '${file}'`,
    gone: 'This preview has ended. Open it again from the editor.',
  },
};
