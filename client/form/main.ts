import { startSession } from './session.tsx';

const root = document.getElementById('app');
const data = document.getElementById('data');
if (root && data) startSession(root, JSON.parse(data.textContent || ''));
