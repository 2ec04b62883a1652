import { render } from 'preact';
import { App } from './shell/app.tsx';
import { readPageSettings } from './shell/page-settings.ts';
import './page.css';

const page = document.getElementById('page');
if (page !== null) render(<App settings={readPageSettings()} />, page);
