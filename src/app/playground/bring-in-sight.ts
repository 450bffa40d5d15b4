/** What has come below the request, as the reply does on a phone, or above what is looked at: nobody would see it there. */

/** What begins below this part of the window is not seen. */
const MOSTLY = 0.6;

export function bringInSight(element: Element): void {
  const { top } = element.getBoundingClientRect();
  // The bar is over what is above the margin.
  const margin = Number.parseFloat(getComputedStyle(element).scrollMarginTop);
  if (top > innerHeight * MOSTLY || top < margin) element.scrollIntoView();
}
