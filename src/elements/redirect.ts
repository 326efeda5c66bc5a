// The page changed its address: its anchors and the values shared with them did not.
const link = document.querySelector('a');
if (link) location.replace(link.href + location.search + location.hash);

export {};
