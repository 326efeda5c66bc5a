/** The key under which the reader's theme is kept on this device; `theme` holds `light` or `dark`, nothing when the system chooses. */
export const THEME_KEY = 'theme';

/** Runs before the first paint. The only inline script that runs: its hash is in the Content-Security-Policy. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
