interface ImportMetaEnv {
  /** Whether this build keeps the site on the reader's device; set by `integrations/offline.ts`. */
  readonly OFFLINE: boolean;
}

declare namespace App {
  interface Locals {
    /** The manifest of the page being rendered, that `<Manifest />` shows. */
    manifest?: import('./data/manifests.ts').ShownManifest | undefined;
    /** Whether the page being rendered has a diagram already, and so their stylesheet. */
    hasDiagram?: boolean;
  }
}

/** content/placeholders.yaml, made by `integrations/placeholders.ts`. */
declare module 'virtual:placeholders' {
  const registry: import('./lib/placeholders.ts').Registry;
  export default registry;
}
