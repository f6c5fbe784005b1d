/** An incomplete entry made whole, so that its page can be shown: what is missing is named in its place. */
import type { Words } from '../i18n/languages.ts';
import type { Field, Fields } from '../model/fields.ts';

/** What stands in where a value is missing. */
export interface Neutral {
  /** In place of words. */
  readonly gap: (label: Words) => string;
  /** In place of a date: YYYY-MM-DD. */
  readonly today: string;
}

/**
 * A value for each field: the given one where it is right, else what can be kept of it, else the first neutral value that
 * the field's own schema takes. Nothing for a field that takes none, and for keys that no field has.
 */
export function complete(fields: Fields, values: unknown, neutral: Neutral, label?: Words): Record<string, unknown> {
  const given = (typeof values === 'object' && values !== null ? values : {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = completeField(field, given[name], neutral, label ?? field.label);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** One field's value. */
export function completeField(field: Field, given: unknown, neutral: Neutral, label = field.label): unknown {
  for (const candidate of candidates(field, given, neutral, label)) {
    const { success, data } = field.schema.safeParse(candidate);
    if (success) return data;
  }
  return undefined;
}

function* candidates(field: Field, given: unknown, neutral: Neutral, label: Words): Generator {
  yield given;
  yield* keepable(field, given, neutral, label);
  // Nothing at all, where the field is optional or a list.
  yield undefined;
  yield neutral.gap(label);
  yield neutral.today;
  yield (field.widget['options'] as { value: string }[] | undefined)?.[0]?.value;
  yield 1;
  yield false;
  if (field.fields) yield group(field, {}, neutral, label);
}

/** What can be kept of a value that is not right: a line without the white space around it or beyond its end, a list's good items. */
function* keepable(field: Field, given: unknown, neutral: Neutral, label: Words): Generator {
  if (typeof given === 'string') {
    const line = given.trim();
    yield line;
    const tooLong = field.schema.safeParse(line).error?.issues.find((issue) => issue.code === 'too_big');
    if (tooLong) yield line.slice(0, Number(tooLong.maximum)).trim();
  } else if (typeof given === 'number') {
    // YAML takes a bare 2014 for a number.
    yield String(given);
  } else if (Array.isArray(given)) {
    const whole = field.fields ? given.map((inner) => group(field, inner, neutral, label)) : [...new Set(given)];
    yield whole.filter((inner) => field.schema.safeParse([inner]).success);
  } else if (typeof given === 'object' && given !== null && field.fields) {
    yield group(field, given, neutral, label);
  }
}

/** The fields within a field. The parts of a phrase are languages: they bear the phrase's own name. */
function group(field: Field, given: unknown, neutral: Neutral, label: Words): Record<string, unknown> {
  return complete(field.fields ?? {}, given, neutral, field.kind === 'phrase' ? label : undefined);
}
