/** Adds, once, a stylesheet that comes with a module loaded on intent; resolves when it holds, or could not be had. */
export function loadStyle(address: string): Promise<void> {
  if (document.querySelector(`link[href="${address}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = link.onerror = () => {
      resolve();
    };
    document.head.append(link);
  });
}
