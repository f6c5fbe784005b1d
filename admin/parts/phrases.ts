/** Decap's own words in both languages, with those that this newsroom says otherwise or that the Japanese set lacks. */
import en from 'decap-cms-locales/dist/esm/en/index.js';
import ja from 'decap-cms-locales/dist/esm/ja/index.js';
import type { Registry } from '../main.ts';

export function registerPhrases(cms: Registry): void {
  cms.registerLocale('en', merged(en, own.en));
  cms.registerLocale('ja', merged(merged(en, ja), own.ja));
}

interface Phrases {
  readonly [key: string]: string | Phrases;
}

function merged(base: Phrases, over: Phrases): Phrases {
  const result: Record<string, string | Phrases> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = typeof value === 'object' && typeof below === 'object' ? merged(below, value) : value;
  }
  return result;
}

const own = {
  ja: {
    app: { header: { content: '一覧', quickAdd: '新しく書く' } },
    collection: {
      sidebar: {
        collections: '種類',
        allCollections: 'すべての種類',
        searchAll: 'すべてから探す',
        searchIn: '探す場所',
      },
      collectionTop: {
        newButton: '新しい%{collectionLabel}',
        newButtonAriaLabel: '新しい%{collectionLabel}',
        filterBy: '絞り込み',
        groupBy: 'まとめる',
        sortBy: '並べ替え',
      },
      entries: { loadingEntries: '読み込んでいます', noEntries: '該当するものはありません' },
    },
    editor: {
      editorControlPane: {
        widget: { regexPattern: '「%{pattern}」の形で書いてください。' },
        i18n: {
          writingInLocale: '書いている言語：%{locale}',
          copyFromLocale: '別の言語から写す',
          copyFromLocaleConfirm: '%{locale} の内容で、この言語の欄を置き換えますか。今の内容は失われます。',
        },
      },
      editor: {
        onLeavePage:
          '保存していない変更があります。このページを離れますか。（書いた内容はこの端末に残り、次に開いたときに戻せます）',
        onDeleteWithUnsavedChanges: '保存していない変更も含めて、この項目を削除します。よろしいですか。',
        onDeletePublishedEntry: 'この項目を、すべての言語と画像ごと削除しますか。',
      },
      editorWidgets: { list: { add: '追加する' } },
      editorInterface: {
        toggleI18n: '二つの言語を並べる',
        togglePreview: 'ページを横に表示する',
        toggleScrollSync: '左右を一緒に動かす',
      },
    },
    workflow: {
      workflow: {
        workflowHeading: '査読',
        description: '%{smart_count}件が査読中、%{readyCount}件が公開待ちです。',
      },
      workflowList: {
        inReviewHeader: '査読中',
        readyHeader: '公開待ち',
        onPublishingNotReadyEntry: '公開できるのは「公開待ち」のものだけです。先に「公開待ち」へ移してください。',
      },
    },
    ui: {
      toast: {
        entrySaved: '保存しました',
        onFailToPersist: '保存できませんでした：%{details}',
        onFailToDelete: '削除できませんでした：%{details}',
        onFailToLoadEntries: '開けませんでした：%{details}',
        missingRequiredField: '必須の項目が空です',
      },
    },
  },
  en: {
    app: { header: { content: 'Content', quickAdd: 'New' } },
    collection: {
      sidebar: { collections: 'Content types', allCollections: 'All content types' },
      collectionTop: { newButton: 'New: %{collectionLabel}', newButtonAriaLabel: 'New: %{collectionLabel}' },
      entries: { noEntries: 'Nothing found' },
    },
    editor: {
      editorControlPane: {
        widget: { regexPattern: 'Write it as %{pattern}.' },
        i18n: { writingInLocale: 'Writing in %{locale}', copyFromLocale: 'Copy from another language' },
      },
      editor: {
        onLeavePage:
          'There are changes that are not saved. Leave this page? (What you wrote stays on this device and can be restored.)',
        onDeletePublishedEntry: 'Delete this entry, with all its languages and pictures?',
      },
    },
    ui: { toast: { entrySaved: 'Saved', onFailToPersist: 'Not saved: %{details}', onFailToDelete: 'Not deleted: %{details}' } },
  },
} as const satisfies Record<string, Phrases>;
