/** Whom a page calls. */

export const targetEn = {
  servable: "Servable",
  method: "Method",
  version: "Version",
  namesFor: (field: string) => `${field}: known names`,
  nameEmpty: "Give a name.",
  versionBad: "Give a whole number from 0 to 2^64 - 1.",
};
