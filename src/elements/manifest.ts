// The lines of a manifest say what they mean when they are pointed at; what says it is downloaded then.
const figure = document.querySelector<HTMLElement>('.manifest');
const pre = figure?.querySelector('pre');
const wake = (event: Event): void => {
  figure?.removeEventListener('pointerover', wake);
  figure?.removeEventListener('focusin', wake);
  if (figure) void import('./manifest/explain.ts').then(({ explainManifest }) => explainManifest(figure, event));
};
figure?.addEventListener('pointerover', wake);
figure?.addEventListener('focusin', wake);
// Before the focus comes: who listens is told then what the arrows do.
if (pre) {
  pre.role = 'group';
  pre.ariaLabel = `${figure?.querySelector('figcaption span')?.textContent ?? ''}, flèches haut et bas pour lire ligne par ligne`;
}

export {};
