// Loaded for elder mode only: how it looks, unless the server knew and sent the style along, and its voice.
import style from './styles/elder.css';
import './speech.ts';

const own = document.querySelector('style');
if (own && !own.dataset['elder']) {
  const added = document.createElement('style');
  added.nonce = own.nonce;
  added.textContent = style;
  document.head.append(added);
}
