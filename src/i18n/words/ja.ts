import type { TypeName } from '../../model/content-types.ts';

export const ja = {
  footnotes: { title: '注', back: (number: number) => `本文の注${number}の位置に戻る` },
  types: {
    issues: '号',
    articles: '記事',
    programmes: '施策',
    events: 'できごと',
    notices: '募集・お知らせ',
    prefectures: '都道府県の紹介',
    partnerships: '姉妹都市・友好都市',
    themes: 'テーマ',
    terms: '用語',
  } satisfies Record<TypeName, string>,
};
