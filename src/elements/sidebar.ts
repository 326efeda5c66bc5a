// In a long section the reader's place may lie below the fold of the sidebar: it is brought into its view.
const sidebar = document.querySelector('.sidebar');
const place = sidebar?.querySelector<HTMLElement>('[aria-current]');
if (sidebar && place && place.offsetTop + place.offsetHeight > sidebar.clientHeight)
  sidebar.scrollTop = place.offsetTop - sidebar.clientHeight / 2;

export {};
