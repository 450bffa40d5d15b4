/** The bar, and what the shell says about the page itself. */

export const shellEn = {
  skip: "Skip to the content",
  pages: "Pages",
  classify: "Classify",
  add: "Add",
  playground: "Playground",
  settings: "Settings",
  loadingPage: "Loading…",
  newVersion: "A new version of this page is ready.",
  reload: "Reload",
  offlineNote: "You are offline: this page works, calls to Serving wait for the network.",
};
