/** A card's size, in pixels: what Open Graph readers expect. */
export const CARD = { width: 1200, height: 630 } as const;
