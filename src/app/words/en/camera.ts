/** The camera, and what can be in its way: `…Do` says what to do about each. */

export const cameraEn = {
  takePhoto: "Take a photo",
  switchCamera: "Other camera",
  photosTaken: (count: number) => `${count} taken`,
  cameraApp: "Use the camera app",
  cameraInsecure: "This page can't use the camera: browsers allow that over HTTPS and on localhost only.",
  cameraInsecureDo: "Open the page over HTTPS, or use the camera app.",
  cameraDenied: "The browser may not use the camera for this page.",
  cameraDeniedDo: "Allow the camera in the browser's settings of this site, then try again.",
  cameraMissing: "There is no camera on this device.",
  cameraMissingDo: "Connect one, or choose photos instead.",
  cameraBusy: "The camera did not start; another program may be using it.",
  cameraNoise:
    "This browser gives out noise in place of a picture's pixels, as Firefox does with privacy.resistFingerprinting: a photo taken here would show nothing.",
  cameraNoiseDo:
    "Allow this site to read the canvas (the picture icon in the address bar), or take the photo with another program and choose the file.",
  cameraBusyDo: "Close that program, then try again.",
};
