"""What a camera would read from a picture."""

from tests.browser.plays.person import Person

_DECODE = """async (bytes) => {
  const { decodeQR } = await import("qr/decode.js");
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  return decodeQR(pen.getImageData(0, 0, bitmap.width, bitmap.height));
}"""


def read_qr(person: Person, png: bytes) -> str:
    """The text of the code in a picture, by the decoder that the app's own camera uses."""
    return str(person.page.evaluate(_DECODE, list(png)))
