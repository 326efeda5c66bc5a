import type { Page, Locator } from 'playwright/test';

/** The parts of a page that tests look at, by what the reader sees. */
export class SitePage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  get searchField(): Locator {
    return this.page.getByRole('combobox').or(this.page.getByRole('searchbox')).locator('visible=true').first();
  }
  get dialog(): Locator {
    return this.page.locator('dialog#recherche');
  }
  /** The results of the shown question: waits until they are in. */
  get results(): Locator {
    return this.page.locator('[data-search-results][aria-busy="false"] [data-result]').locator('visible=true');
  }
  get announcements(): Locator {
    return this.page.locator('#annonces');
  }
  example(id: string): Locator {
    return this.page.locator(`[data-example][id="${id}"]`);
  }
  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
