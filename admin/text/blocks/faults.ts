/** What a block's form still lacks, in the words of the form. */
import type { Attribute } from '../../../src/model/blocks.ts';
import type { Words } from '../../../src/i18n/languages.ts';
import { isCalendarDate, isPictureFile, isSlug } from '../../../src/model/spelling.ts';
import { words } from '../words.ts';
import { listsParts, type BlockValues, type Declarations } from './values.ts';

/** Faults by the path of their field: `title`, `words`, `parts`, `parts.0.date`. */
export type Faults = ReadonlyMap<string, Words>;

export function faultsOf(blocks: Declarations, values: BlockValues, path = ''): Map<string, Words> {
  const faults = new Map<string, Words>();
  const block = blocks[values.name];
  if (!block) return faults;
  for (const [name, attribute] of Object.entries(block.attributes as Record<string, Attribute>)) {
    const fault = faultOf(attribute, values.attributes[name] ?? '');
    if (fault) faults.set(path + name, fault);
  }
  if (listsParts(block, values.written)) {
    if (values.parts.length === 0) faults.set(`${path}parts`, words.faults.noParts);
    values.parts.forEach((part, index) => {
      for (const [name, fault] of faultsOf(blocks, part, `${path}parts.${index}.`)) faults.set(name, fault);
    });
  } else if (block.holds !== 'nothing' && values.words.trim() === '') faults.set(`${path}words`, words.faults.empty);
  return faults;
}

function faultOf({ optional, holds, options }: Attribute, value: string): Words | undefined {
  if (value.trim() === '') return optional && value === '' ? undefined : words.faults.empty;
  if (options) return Object.hasOwn(options, value) ? undefined : words.faults.option;
  if (holds === 'date') return isCalendarDate(value) ? undefined : words.faults.date;
  if (holds === 'picture') return isPictureFile(value) ? undefined : words.faults.picture;
  if (holds === 'event') return isSlug(value) ? undefined : words.faults.event;
  return undefined;
}
