// The worker in which words are sealed while the device is locked. It can write captures, and read or open nothing of the account.

import { CaptureWriter } from "../vault/device/capture-writer.js";
import { DATABASE } from "../vault/door/browser.js";
import { hostCalls } from "../vault/door/host.js";

const take = hostCalls(new CaptureWriter(DATABASE), (told) => postMessage(told), ["keep"]);
addEventListener("message", ({ data }) => take(data));
