/** Keeps nothing and says that it did: the preview serves it in the place of vault/door/capture-client.js. `?full`: a device without room. */

export class CaptureClient {
  async keep() {
    const isFull = new URLSearchParams(location.search).has("full");
    if (isFull) throw Object.assign(new Error("full"), { reason: "storage-full" });
    return { id: "capture", version: 1 };
  }

  end() {}
}
