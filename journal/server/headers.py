"""The security headers of every answer, set in one place.

One policy serves pages, workers and the service worker alike: a worker obeys the policy of its own script, so every
answer carries it. `'wasm-unsafe-eval'` (Argon2) is the only thing allowed beyond own files.
"""

import base64
import hashlib

from flask import Flask, Response, request

ALLOWED_FEATURES = (
    "camera",  # QR codes of invitations
    "clipboard-write",  # copying an invitation's link
    "microphone",  # voice notes
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",  # a phone must not fall asleep while recording
)
"""What a page of this site may ask the person for; others may not, nor may any frame. (`web-share` is not named:
Chromium complains of it wherever the system has no sharing, and own pages may share without it.)"""

DENIED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "private-state-token-issuance",
    "private-state-token-redemption",
    "serial",
    "sync-xhr",
    "unload",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)

PERMISSIONS_POLICY = ", ".join(
    [f"{name}=(self)" for name in ALLOWED_FEATURES] + [f"{name}=()" for name in DENIED_FEATURES]
)

EVERYWHERE = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not no-referrer: over HTTPS the forgery check wants the Referer of our own pages.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PAGES = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS_POLICY,
}
"""What browsers obey on documents alone; elsewhere it would be a kilobyte for nothing with each file."""

STRICT_TRANSPORT_SECURITY = "max-age=63072000"
"""Two years; sent over HTTPS only. What holds for other hosts of the operator's domain is not ours to say."""


def hash_source(text: str) -> str:
    """The CSP source expression that allows exactly this inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def content_security_policy(inline: str | None = None, https: bool = False) -> str:
    """The Content-Security-Policy; `inline` is the one inline text that is allowed, the import map."""
    scripts = ["'self'", "'wasm-unsafe-eval'"] + ([hash_source(inline)] if inline else [])
    directives = [
        "default-src 'none'",
        f"script-src {' '.join(scripts)}",
        "style-src 'self'",
        "img-src 'self' blob:",
        "media-src blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html afterglow",
    ]
    if https:  # over plain HTTP it would break a server reached by its address in a local network
        directives.append("upgrade-insecure-requests")
    return "; ".join(directives)


def register(app: Flask, inline: str | None = None) -> None:
    """Set the headers on every answer of `app`; `inline` is the text of the shell's import map."""
    policies = {https: content_security_policy(inline, https) for https in (False, True)}

    @app.after_request
    def add_security_headers(response: Response) -> Response:
        response.headers.update(EVERYWHERE)
        if response.mimetype == "text/html":
            response.headers.update(PAGES)
        response.headers["Content-Security-Policy"] = policies[request.is_secure]
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = STRICT_TRANSPORT_SECURITY
        return response
