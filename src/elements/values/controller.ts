import styles from '../../styles/values.css?url';
import { loadStyle } from '../load-style.ts';
import { onChange } from '../values.ts';
import { readAddress } from './banner.ts';
import { showValues } from './show.ts';

export { editPlaceholder } from './edit.ts';
export { openPanel } from './panel.ts';

// Loading this module is enough to see the values that are kept on this device or held by the address.
await loadStyle(styles);
onChange(showValues);
showValues();
readAddress();
addEventListener('hashchange', readAddress);
