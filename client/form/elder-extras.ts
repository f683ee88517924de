// Loaded in elder mode only: its style, unless the server has put it into the page already; the text's size; reading aloud.
import style from './styles/elder.css';
import './speech.ts';
import './text-size.ts';

const own = document.querySelector('style');
if (own && !own.dataset['elder']) {
  const added = document.createElement('style');
  added.nonce = own.nonce;
  added.textContent = style;
  document.head.append(added);
}
