/** Starts the desk, once, with whichever page needs it first: lists do without. */
import { startDesk } from '../desk/desk.ts';

startDesk();
