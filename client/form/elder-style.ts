// The style of elder mode, unless the server has put it into the page already.
import style from './styles/elder.css';

const own = document.querySelector('style');
if (own && !own.dataset['elder']) {
  const added = document.createElement('style');
  added.nonce = own.nonce;
  added.textContent = style;
  document.head.append(added);
}
