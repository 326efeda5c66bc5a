// The lines of a manifest say what they mean when they are pointed at; what says it is downloaded then.
const figure = document.querySelector<HTMLElement>('.manifest');
const wake = ({ target }: Event): void => {
  figure?.removeEventListener('pointerover', wake);
  figure?.removeEventListener('focusin', wake);
  if (figure)
    void import('./manifest/explain.ts').then(({ explainManifest }) => explainManifest(figure, target as Element));
};
figure?.addEventListener('pointerover', wake);
figure?.addEventListener('focusin', wake);

export {};
