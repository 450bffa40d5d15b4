/** The device's camera, and what may be in its way. */

/** What is in the way of a picture, by names of the words that say so. */
export type CameraTrouble =
  | "cameraInsecure"
  | "cameraDenied"
  | "cameraMissing"
  | "cameraBusy"
  | "cameraNoise";

/** The side of a phone that the camera is on. */
export type Facing = "environment" | "user";

/**
 * @param width in pixels, as near as the camera can; pictures are wished 4 to 3
 * @throws DOMException of which {@link troubleOf} makes something to say
 */
export async function openCamera(facing: Facing, width: number): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("no camera here", INSECURE);
  const video = {
    facingMode: { ideal: facing },
    width: { ideal: width },
    height: { ideal: (width * 3) / 4 },
  };
  return navigator.mediaDevices.getUserMedia({ video });
}

/** Whether there is another one to switch to; known once one was allowed. */
export async function hasSeveralCameras(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === "videoinput").length > 1;
}

/** Turns it off. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

const INSECURE = "InsecureContextError";

export function troubleOf({ name }: DOMException): CameraTrouble {
  if (name === INSECURE) return "cameraInsecure";
  if (name === "NotAllowedError" || name === "SecurityError") return "cameraDenied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "cameraMissing" : "cameraBusy";
}
