/** Every module of questions: who asks one again has to have loaded it. */
import './events.ts';
import './issues.ts';
import './paged.ts';
import './related.ts';
import './share.ts';
import './terms.ts';
