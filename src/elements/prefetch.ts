/** How long a pointer or the focus rests on a link before it is taken for an intent: what is swept over costs nothing. */
const REST = 65;

const asked = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks the browser for a page before the click; one that does not know how, like Safari, asks at the click. */
function prefetch(address: string): void {
  asked.add(address);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = address;
  document.head.append(hint);
}

// The next page is on its way as soon as its link is aimed at, reached by the keyboard or touched.
for (const kind of ['pointerover', 'focusin', 'touchstart'])
  document.addEventListener(
    kind,
    ({ target }) => {
      clearTimeout(timer);
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.origin !== location.origin || !link.pathname.endsWith('/') || link.pathname === location.pathname)
        return;
      // Not typed: Chromium's alone, for readers who count their bytes.
      if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
      const address = link.pathname + link.search;
      if (!asked.has(address)) timer = setTimeout(prefetch, REST, address);
    },
    { passive: true },
  );

export {};
