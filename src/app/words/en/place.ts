/** A proxy's address and the headers of calls to it, and what can be wrong with them. */

export const placeEn = {
  address: "Proxy's address",
  addressBad: "This is not a proxy address: write it like http://localhost:8080.",
  addressExtra: "Leave out the user name, password, query and fragment.",
  addressMixed: "This page came by https, so browsers block calls by http: use an https address.",
  headerName: (n: number) => `Name of header ${n}`,
  headerValue: (n: number) => `Value of header ${n}`,
  removeHeader: (n: number) => `Remove header ${n}`,
  addHeader: "Add a header",
  headerBad: "This is not a valid header: use letters, digits and - in the name, and one line for the value.",
  headerTwice: "This name is there already.",
};
