/** What Zod found, in an editor's words. */
import type { z } from 'zod';
import type { Words } from '../i18n/languages.ts';
import type { Fields } from './fields.ts';
import { remedyOf } from './refusal.ts';

/** The message and the remedy for an issue at a field of these fields. */
export function explain(issue: z.core.$ZodIssue, fields: Fields): { message: Words; remedy: Words } {
  const label = labelAt(fields, issue.path);
  const remedy = remedyOf(issue);
  if (remedy) {
    return { message: { ja: `${label.ja}の値が正しくありません。`, en: `${label.en} is not right.` }, remedy };
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
      if (issue.input === undefined) {
        return {
          message: { ja: `${label.ja}がありません。`, en: `${label.en} is missing.` },
          remedy: { ja: '公開するには記入が必要です。', en: 'It is needed before publication.' },
        };
      }
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
      const shown = known.length > 12 ? `${known.slice(0, 12).join(', ')} …` : known.join(', ');
      return {
        message: { ja: `${label.ja}に使えない値です。`, en: `${label.en} does not have that value.` },
        remedy: { ja: `次のいずれかにしてください：${shown}`, en: `Use one of: ${shown}` },
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

/** The label of the innermost field that the path names. */
function labelAt(fields: Fields, path: readonly PropertyKey[]): Words {
  let label: Words = { ja: '項目', en: 'Field' };
  let inner: Fields | undefined = fields;
  for (const key of path) {
    const field: Fields[string] | undefined = typeof key === 'string' ? inner?.[key] : undefined;
    if (!field) continue;
    label = { ja: `「${field.label.ja}」`, en: `'${field.label.en}'` };
    inner = field.fields;
  }
  return label;
}
