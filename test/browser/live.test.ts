/** The page Live: Chromium's own made-up camera and a recorded video, through the real bridge to a worker. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AppServer, startApp } from "./app-server.ts";
import { axeFindings } from "./axe.ts";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";
import { flowers } from "./own-classifier.ts";

let browser: Browser;
let app: AppServer;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  app = await startApp({ servables: [flowers] });
  page = await newPage(browser);
  complaints = complaintsOf(page);
  await page.addInitScript(() => {
    localStorage.setItem("settings", JSON.stringify({ servable: "flowers", method: "size" }));
    globalThis.tracks = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  await page.goto(`${app.url}/#/live`);
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
  await app.close();
});

declare global {
  /** Of every camera that was opened. */
  var tracks: MediaStreamTrack[];
}

const start = () => page.getByRole("button", { name: "Start the camera" }).click();
/** The width and height of the frame that came to the worker. */
const answered = () =>
  page
    .getByRole("list", { name: "Labels and scores, best first" })
    .getByText(/^\d+ x \d+$/)
    .waitFor();
const cameras = () => page.evaluate(() => tracks.map(({ readyState }) => readyState));
const paced = () => page.getByText(/^[\d.]+ answers a second · \d+ ms each$/).waitFor();

/** A second of a canvas as the browser records it. */
async function videoFile(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 200 });
    const pen = canvas.getContext("2d")!;
    let n = 0;
    const timer = setInterval(() => {
      pen.fillStyle = `hsl(${n++ * 20} 80% 50%)`;
      pen.fillRect(0, 0, 320, 200);
    }, 40);
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" });
    const chunks: Blob[] = [];
    recorder.ondataavailable = ({ data }) => chunks.push(data);
    recorder.start();
    await new Promise((over) => setTimeout(over, 1000));
    const stopped = new Promise((over) => {
      recorder.onstop = over;
    });
    recorder.stop();
    await stopped;
    clearInterval(timer);
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  return { name: "video.webm", mimeType: "video/webm", buffer: Buffer.from(base64, "base64") };
}

describe("the camera", () => {
  it("the newest frame goes at 640 pixels, and its labels stand beside the picture with the pace of the answers", async () => {
    await start();
    await answered();
    await paced();
    await page.getByText("640 x 480").waitFor();
    expect(await cameras()).toEqual(["live"]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("is off when it is stopped, and nothing more is sent", async () => {
    await start();
    await answered();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Nothing leaves this page before you start.").waitFor();
    expect(await cameras()).toEqual(["ended"]);
    let sent = 0;
    page.on("request", () => sent++);
    // Several frames of the camera's later nothing has gone.
    await page.evaluate(
      () => new Promise<void>((over) => requestAnimationFrame(() => requestAnimationFrame(() => over()))),
    );
    expect(sent).toBe(0);
  });

  it("is off when another page is turned to", async () => {
    await start();
    await answered();
    await page.getByRole("link", { name: "Add" }).click();
    await expect.poll(cameras).toEqual(["ended"]);
    await page.getByRole("link", { name: "Live" }).click();
    await page.getByText("Nothing leaves this page before you start.").waitFor();
  });

  it("that comes when it is not wanted any more goes off as soon as it is there", async () => {
    await page.evaluate(() => {
      const ask = navigator.mediaDevices.getUserMedia;
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        location.hash = "#/add";
        await new Promise((over) => requestAnimationFrame(over));
        return stream;
      };
    });
    await start();
    await expect.poll(cameras).toEqual(["ended"]);
  });

  it("that is unplugged is told, with what to do", async () => {
    await start();
    await answered();
    await page.evaluate(() => {
      tracks[0]!.stop();
      tracks[0]!.dispatchEvent(new Event("ended"));
    });
    await page.getByText("The camera did not start; another program may be using it.").waitFor();
  });

  it("other settings are asked about at once, of the same picture", async () => {
    await start();
    await answered();
    await page.getByRole("button", { name: "Settings" }).click();
    const method = page.getByRole("textbox", { name: "Method" });
    await method.fill("predict");
    await method.press("Tab");
    await page.keyboard.press("Escape");
    await page.getByText(/^class_id = 388, probability = /).waitFor();
    expect(await cameras()).toEqual(["live"]);
  });

  it("another timeout holds for the next frame on", async () => {
    await start();
    await answered();
    await page.getByRole("button", { name: "Settings" }).click();
    const timeout = page.getByLabel("Timeout in seconds");
    const told = page.waitForRequest((request) => request.headers()["grpc-timeout"] === "7000m");
    await timeout.fill("7");
    await timeout.press("Tab");
    await told;
    expect(await cameras()).toEqual(["live"]);
  });
});

describe("a device without a camera", () => {
  it("is told, with what to do", async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"));
    });
    await start();
    await page.getByText("There is no camera on this device.").waitFor();
    await page.getByText(/choose photos instead/).waitFor();
  });
});

describe("a worker that goes away", () => {
  it("is told over the picture, and what to do", async () => {
    await start();
    await answered();
    app.stopWorker();
    await page
      .getByText(/Serving worker behind it does not answer/)
      .first()
      .waitFor();
    await page
      .getByText(/What to do: /)
      .first()
      .waitFor();
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 503/.test(text)));
    await page.getByRole("button", { name: "Stop" }).click();
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of 503/.test(text)));
  });
});

describe("a video", () => {
  it("is named while it plays, and says when it is over", async () => {
    await page.locator("input[type=file]").setInputFiles(await videoFile());
    await page.getByText("320 x 200").waitFor();
    await page.getByText("The video has ended.").waitFor();
  });

  it("that is none is refused, with what this browser plays", async () => {
    const none = { name: "x.mp4", mimeType: "video/mp4", buffer: Buffer.from("no video") };
    await page.locator("input[type=file]").setInputFiles(none);
    await page.getByText("This browser can't play this file.").waitFor();
    await page.getByText(/MP4 \(H.264\) or WebM/).waitFor();
  });
});
