/**
 * Puts a popover under a control, or above it where there is no room under, inside the window; it moves with the page.
 */
export function placeUnder(control: Element, popover: HTMLElement): void {
  const { top, bottom, left } = control.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = popover;
  const isAbove = bottom + offsetHeight + 12 > clientHeight && top - offsetHeight > 12;
  popover.style.top = `${scrollY + (isAbove ? top - offsetHeight - 6 : bottom + 6)}px`;
  popover.style.left = `${scrollX + Math.max(8, Math.min(left, clientWidth - offsetWidth - 8))}px`;
}
