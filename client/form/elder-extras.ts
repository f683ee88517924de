// Loaded in elder mode only. Its style comes first: what follows measures the page.
import './elder-style.ts';
import './speech.ts';
import './text-size.ts';
