// The worker in which words are sealed while the device is locked. It can write captures, and read or open nothing of the account.

import { DATABASE } from "../vault/browser.js";
import { CaptureWriter } from "../vault/capture-writer.js";
import { hostCalls } from "../vault/host.js";

const take = hostCalls(new CaptureWriter(DATABASE), (told) => postMessage(told), ["keep"]);
addEventListener("message", ({ data }) => take(data));
