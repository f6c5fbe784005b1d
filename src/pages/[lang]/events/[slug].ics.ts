import type { APIRoute } from 'astro';
import { eventCalendar } from '../../../editions/calendar.ts';
import { textFile } from '../../../editions/file.ts';
import type { Entry } from '../../../entries/entry.ts';
import { entryPaths } from '../../../queries/entry-paths.ts';
import { daysKnown } from '../../../queries/events.ts';

export async function getStaticPaths() {
  return (await entryPaths('events')).filter(({ props }) => daysKnown(props.entry));
}

interface Props extends Record<string, unknown> {
  readonly entry: Entry<'events'>;
}

export const GET: APIRoute<Props> = ({ props }) => textFile('text/calendar', eventCalendar(props.entry));
