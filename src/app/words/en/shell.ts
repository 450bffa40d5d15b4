/** The bar, and what all pages say. */

export const shellEn = {
  skip: "Skip to the content",
  pages: "Pages",
  morePages: "More",
  classify: "Classify",
  live: "Live",
  evaluate: "Evaluate",
  load: "Load",
  add: "Add",
  playground: "Playground",
  inspector: "Inspector",
  settings: "Settings",
  newVersion: "A new version of this page is ready.",
  reload: "Reload",
  offlineNote: "You are offline: this page works, calls to Serving wait for the network.",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  useInCode: "Use it in your code",
};
