// Draws public/favicon.svg in the two forms that browsers ask for by name, without a link in each page: `npm run icons`.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from './browser.ts';

const PUBLIC = new URL('../public/', import.meta.url);
const svg = readFileSync(new URL('favicon.svg', PUBLIC), 'utf8');
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });

/** The drawing as a PNG of so many pixels a side; on a phone it fills its square, which the system rounds. */
async function draw(size: number, isFull: boolean): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = isFull ? svg.replace(' rx="7"', '') : svg;
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

writeFileSync(new URL('apple-touch-icon.png', PUBLIC), await draw(180, true));
writeFileSync(new URL('favicon.ico', PUBLIC), toIco(await draw(32, false), 32));
await browser.close();
