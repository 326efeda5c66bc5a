// A link to what left this page leads where it is now; values shared after the anchor go with it.
const [anchor = '', ...values] = location.hash.slice(1).split('&');
const link = document.getElementById(anchor)?.querySelector('a');
if (link?.closest('[data-moved]')) location.replace([link.href, ...values].join('&'));

export {};
