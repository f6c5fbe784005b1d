/** What Zod found, in an editor's words. */
import type { z } from 'zod';
import type { Language, Words } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { Field, Fields } from './fields.ts';
import { remedyOf } from './refusal.ts';

/** The message and the remedy for an issue at a field of these fields. */
export function explain(issue: z.core.$ZodIssue, fields: Fields): { message: Words; remedy: Words } {
  const field = fieldAt(fields, issue.path);
  const label: Words = field ? { ja: `「${field.label.ja}」`, en: `'${field.label.en}'` } : { ja: '項目', en: 'Field' };
  const remedy = remedyOf(issue);
  if (remedy) {
    return { message: { ja: `${label.ja}の値が正しくありません。`, en: `${label.en} is not right.` }, remedy };
  }
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return {
      message: { ja: `${label.ja}がありません。`, en: `${label.en} is missing.` },
      remedy: { ja: '公開するには記入が必要です。', en: 'It is needed before publication.' },
    };
  }
  if (issue.input === null) {
    return {
      message: { ja: `${label.ja}が空です。`, en: `${label.en} is empty.` },
      remedy: { ja: '値を書くか、この行を削除してください。', en: 'Give it a value, or delete the line.' },
    };
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const unknown = issue.keys.join(', ');
      return {
        message: { ja: `「${unknown}」という項目はありません。`, en: `There is no field '${unknown}'.` },
        remedy: { ja: 'つづりを確かめるか、削除してください。', en: 'Check the spelling, or delete it.' },
      };
    }
    case 'invalid_type':
      if (issue.expected === 'string') {
        return {
          message: { ja: `${label.ja}が文字列ではありません。`, en: `${label.en} is not text.` },
          remedy: { ja: '値を引用符 "…" で囲んでください。', en: 'Put the value between quotation marks.' },
        };
      }
      return {
        message: { ja: `${label.ja}の形が正しくありません。`, en: `${label.en} has the wrong shape.` },
        remedy: { ja: `${shape(issue.expected).ja}にしてください。`, en: `It should be ${shape(issue.expected).en}.` },
      };
    case 'invalid_value': {
      const known = issue.values.map(String);
      return {
        message: { ja: `${label.ja}に使えない値です。`, en: `${label.en} does not have that value.` },
        remedy: {
          ja: `次のいずれかにしてください：${named(known, field, 'ja')}`,
          en: `Use one of: ${named(known, field, 'en')}`,
        },
      };
    }
    case 'too_big':
      return {
        message: { ja: `${label.ja}が長すぎるか大きすぎます。`, en: `${label.en} is too long or too large.` },
        remedy: { ja: `${issue.maximum}以内にしてください。`, en: `Keep it within ${issue.maximum}.` },
      };
    case 'too_small':
      return {
        message: { ja: `${label.ja}が空か、小さすぎます。`, en: `${label.en} is empty or too small.` },
        remedy: { ja: `${issue.minimum}以上にしてください。`, en: `Give at least ${issue.minimum}.` },
      };
    default:
      return {
        message: { ja: `${label.ja}の値が正しくありません。`, en: `${label.en} is not right.` },
        remedy: { ja: '記入例を確かめてください。', en: 'Compare it with another entry.' },
      };
  }
}

const shapes: Readonly<Record<string, Words>> = {
  array: { ja: '一覧（- で始まる行）', en: 'a list (lines that start with -)' },
  object: { ja: '項目のまとまり', en: 'a group of fields' },
  number: { ja: '数', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
};

function shape(expected: string): Words {
  return shapes[expected] ?? { ja: expected, en: expected };
}

/** The first of the values, each with the name that the form shows. */
function named(values: readonly string[], field: Field | undefined, language: Language): string {
  const most = 12;
  const t = words[language];
  const shown = values.slice(0, most).map((value) => {
    const name = field?.widget.options?.find((option) => option.value === value)?.label[language];
    return name ? t.withAside(value, name) : value;
  });
  return shown.join(t.comma) + (values.length > most ? ' …' : '');
}

/** The innermost field that the path names; undefined where it names none. */
function fieldAt(fields: Fields, path: readonly PropertyKey[]): Field | undefined {
  let found: Field | undefined;
  let inner: Fields | undefined = fields;
  for (const key of path) {
    const field: Field | undefined = typeof key === 'string' ? inner?.[key] : undefined;
    if (!field) continue;
    found = field;
    inner = field.fields;
  }
  return found;
}
