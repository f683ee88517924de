import { startSession } from './session.tsx';

const root = document.getElementById('app');
const carried = document.getElementById('carried');
if (root && carried) startSession(root, JSON.parse(carried.textContent || ''));
