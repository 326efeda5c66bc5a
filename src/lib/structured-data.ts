/** What search engines are told of a page, with absolute addresses. */
interface Article {
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly image: string;
  /** `2026-11-24` */
  readonly changed: string | undefined;
  /** The pages above, from the section down. */
  readonly trail: readonly { readonly title: string; readonly address: string }[];
}

/**
 * A page as JSON-LD: a TechArticle and, when it stands below others, its BreadcrumbList. Safe inside a `<script>`, which the
 * policy lets through because it is data: nothing runs. Source: schema.org/TechArticle, schema.org/BreadcrumbList.
 */
export function structuredData({ title, description, address, image, changed, trail }: Article): string {
  const article = {
    '@type': 'TechArticle',
    headline: title,
    description,
    url: address,
    image,
    inLanguage: 'fr',
    ...(changed && { dateModified: changed }),
  };
  const list = {
    '@type': 'BreadcrumbList',
    itemListElement: [...trail, { title, address }].map((page, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: page.title,
      item: page.address,
    })),
  };
  const graph = trail.length > 0 ? [article, list] : [article];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}
