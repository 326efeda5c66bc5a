// Draws public/favicon.svg in the forms that browsers ask for by name, and for an installed site: `npm run icons`.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from './browser.ts';

const PUBLIC = new URL('../public/', import.meta.url);
const svg = readFileSync(new URL('favicon.svg', PUBLIC), 'utf8');
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });

/**
 * The drawing as a PNG of so many pixels a side; on a phone it fills its square, which the system rounds.
 * A maskable one is cut to any shape: all that is drawn stands in the middle, in a circle of four fifths.
 */
async function draw(size: number, shape: 'rounded' | 'full' | 'maskable'): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const full = shape === 'rounded' ? svg : svg.replace(' rx="7"', '');
  const drawing =
    shape === 'maskable'
      ? full
          .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
          .replace('<rect width="32" height="32"', '<rect x="-4" y="-4" width="40" height="40"')
      : full;
  await page.setContent(`<style>body{margin:0}svg{display:block;inline-size:100vw}</style>${drawing}`);
  const image = await page.screenshot({ omitBackground: true });
  await page.close();
  return image;
}

/** An ICO file that holds one PNG: a header of 6 bytes, an entry of 16, the image. */
function toIco(image: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(image.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, image]);
}

writeFileSync(new URL('apple-touch-icon.png', PUBLIC), await draw(180, 'full'));
writeFileSync(new URL('favicon.ico', PUBLIC), toIco(await draw(32, 'rounded'), 32));
for (const size of [192, 512]) writeFileSync(new URL(`icon-${size}.png`, PUBLIC), await draw(size, 'rounded'));
writeFileSync(new URL('icon-maskable.png', PUBLIC), await draw(512, 'maskable'));
await browser.close();
