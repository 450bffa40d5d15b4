import { both } from "./add";

document.querySelector("#result")!.textContent = await both();
