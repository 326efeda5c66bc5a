declare namespace App {
  interface Locals {
    /** The manifest of the page being rendered, that `<Manifest />` shows. */
    manifest?: import('./data/manifests.ts').ShownManifest | undefined;
  }
}
