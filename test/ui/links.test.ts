import { describe, expect, it } from "vitest";
import { dataOf } from "../../src/ui/intake/data-address.ts";
import { pastedOf } from "../../src/ui/intake/given.ts";
import { addressesIn } from "../../src/ui/intake/links.ts";

const html = (markup: string) => addressesIn({ uris: "", html: markup, text: "" });

describe("addresses of pictures in markup", () => {
  it("are those of its images, however they are quoted and wherever the attribute stands", () => {
    expect(
      html(
        `<!--StartFragment--><a href="https://a.example/page"><IMG alt='src="https://a.example/no.png" >' SRC = "https://a.example/1.png"></a>
        <img data-src="https://a.example/no.png" src=https://a.example/2.png><img src='//a.example/3.png' alt="">`,
      ),
    ).toEqual(["https://a.example/1.png", "https://a.example/2.png", "https://a.example/3.png"]);
  });

  it("are read as a page's parser reads them", () => {
    expect(html(`<img src="https://a.example/?a=1&amp;b=&quot;&#x26;&#38;&unknown;&#x110000;">`)).toEqual([
      `https://a.example/?a=1&b="&&&unknown;&#x110000;`,
    ]);
  });

  it("are none in a text that only names a tag, in an image without a source, or with half an address", () => {
    expect(html(`<imgx src="https://a.example/1.png"><img alt="x"><img src="1.png"><img src="">`)).toEqual(
      [],
    );
  });

  it("take no time that grows with the square of a long text", () => {
    expect(html(`<img ${'a="'.repeat(200_000)}`)).toEqual([]);
    expect(html("<img ".repeat(200_000))).toEqual([]);
  });
});

describe("addresses that are listed or written", () => {
  it("are taken each once, without a list's comments", () => {
    const uris = "# two\r\nhttps://a.example/1.png\r\nhttps://a.example/1.png\r\nhttps://a.example/2.png\r\n";
    expect(addressesIn({ uris, html: "<p>", text: "https://a.example/3.png" })).toEqual([
      "https://a.example/1.png",
      "https://a.example/2.png",
    ]);
  });
});

describe("a paste", () => {
  const picture = `<img src="https://a.example/1.png">`;
  it.each([
    ["an address", "", "https://a.example/1.png", true],
    ["addresses on lines of their own", "", "https://a.example/1.png\nhttps://a.example/2.png\n", true],
    ["an image that was copied", picture, "", true],
    ["prose", picture, "See https://a.example/1.png", false],
    ["a word", "", "panda", false],
    ["a text with a colon", "", "note: panda", false],
  ])("of %s", (_, markup, text, isPicture) => {
    expect(pastedOf([], markup, text).links !== undefined).toBe(isPicture);
  });
});

describe("a data: address", () => {
  const text = (address: string) => {
    const bytes = dataOf(address);
    return bytes && new TextDecoder().decode(bytes);
  };

  it("holds its bytes as base64 or as text", () => {
    expect(text("data:image/png;base64,aGk%3D")).toBe("hi");
    expect(text("data:image/svg+xml,%3Csvg%3E")).toBe("<svg>");
    expect(text("data:,")).toBe("");
  });

  it("that is broken holds none", () => {
    for (const broken of ["data:image/png;base64", "data:image/png;base64,a", "data:image/svg+xml,%E0"])
      expect(text(broken)).toBe(undefined);
  });
});
