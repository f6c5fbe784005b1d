/** Every module of questions: who asks one again has to have loaded it. */
import './cases.ts';
import './events.ts';
import './gathered.ts';
import './issues.ts';
import './links.ts';
import './paged.ts';
import './place-counts.ts';
import './programme-counts.ts';
import './related.ts';
import './share.ts';
import './support.ts';
import './terms.ts';
