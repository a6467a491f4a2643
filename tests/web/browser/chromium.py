"""A real browser without a window, spoken to through the pipes of its DevTools protocol: no driver and no library in between."""

from __future__ import annotations

import base64
import contextlib
import fcntl
import os
import select
import signal
import time
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TypeAlias, TypeVar

import msgspec

T = TypeVar("T")
Value: TypeAlias = str | int | float | bool | Mapping[str, "Value"] | list["Value"] | None
FLAGS = (
    "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--mute-audio", "--hide-scrollbars", "--force-color-profile=srgb", "--disable-dev-shm-usage",
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)  # fmt: skip


class FailedError(AssertionError):
    """The page did not do what it ought to, in time."""


class _Error(msgspec.Struct):
    message: str


class _Message(msgspec.Struct, rename="camel"):
    id: int | None = None
    method: str | None = None
    params: msgspec.Raw = msgspec.Raw(b"{}")
    result: msgspec.Raw = msgspec.Raw(b"{}")
    error: _Error | None = None


class _Target(msgspec.Struct, rename="camel"):
    target_id: str


class _Session(msgspec.Struct, rename="camel"):
    session_id: str


class _Thrown(msgspec.Struct):
    text: str = ""


class _Evaluated(msgspec.Struct, rename="camel"):
    result: msgspec.Raw
    exception_details: msgspec.Raw | None = None


class _Result(msgspec.Struct):
    value: msgspec.Raw = msgspec.Raw(b"null")


class _Went(msgspec.Struct, rename="camel"):
    error_text: str = ""


class _Shot(msgspec.Struct):
    data: str


class _Request(msgspec.Struct):
    url: str


class _Sent(msgspec.Struct):
    request: _Request


class _Logged(msgspec.Struct):
    level: str = ""
    text: str = ""


class _Entry(msgspec.Struct):
    entry: _Logged


class _Called(msgspec.Struct):
    type: str
    args: list[msgspec.Raw]


class Browser:
    """One browser with an own empty profile."""

    def __init__(self, program: str, profile: Path) -> None:
        (their_in, self._out), (self._in, their_out) = os.pipe(), os.pipe()
        high = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10) for fd in (their_in, their_out)]
        actions = [
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, high[0], 3),
            (os.POSIX_SPAWN_DUP2, high[1], 4),
        ]
        argv = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = os.posix_spawn(program, argv, dict(os.environ), file_actions=actions, setpgroup=0)
        for fd in (their_in, their_out, *high):
            os.close(fd)
        self._numbers, self._rest = count(1), b""
        self.events: list[_Message] = []

    def send(self, method: str, session: str | None = None, /, **params: Value) -> bytes:
        """What the browser answers, as JSON."""
        number = next(self._numbers)
        body = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._out, msgspec.json.encode(body) + b"\0")
        for message in self._messages(60.0):
            if message.id == number:
                if message.error:
                    raise FailedError(f"{method}: {message.error.message}")
                return bytes(message.result)
        raise FailedError(f"{method}: no answer")

    def listen(self, seconds: float) -> None:
        """Takes in what the browser tells by itself."""
        for _ in self._messages(seconds):
            pass

    def _messages(self, seconds: float) -> Iterator[_Message]:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and select.select([self._in], [], [], left)[0]:
            data = os.read(self._in, 1 << 20)
            if not data:
                raise FailedError("the browser has gone")
            *whole, self._rest = (self._rest + data).split(b"\0")
            for one in whole:
                message = msgspec.json.decode(one, type=_Message)
                if message.method:
                    self.events.append(message)
                else:
                    yield message

    def page(self) -> Page:
        """A new empty page."""
        target = msgspec.json.decode(self.send("Target.createTarget", url="about:blank"), type=_Target).target_id
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)
        return Page(self, target, msgspec.json.decode(session, type=_Session).session_id)

    def close(self) -> None:
        """Ends the browser and all that it started."""
        with contextlib.suppress(FailedError, OSError):
            self.send("Browser.close")
        for _ in range(50):
            if os.waitpid(self._process, os.WNOHANG)[0]:
                break
            time.sleep(0.1)
        else:
            os.killpg(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._in)
        os.close(self._out)


_RESTING = """(async () => {
  const e = %s, at = () => { const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; };
  e.scrollIntoView({ block: "center", behavior: "instant" });
  for (let last = ""; String(at()) !== last; ) { last = String(at()); await new Promise((done) => setTimeout(done, 60)); }
  return at();
})()"""
"""The middle of an element, once it has come to rest."""


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()


_KEYS = {
    "Enter": ("\r", 13),
    "Escape": ("", 27),
    "Tab": ("", 9),
    "ArrowRight": ("", 39),
    "ArrowLeft": ("", 37),
    "ArrowDown": ("", 40),
    "ArrowUp": ("", 38),
}


class Page:
    """A page as a user has it: goes to addresses, clicks, types; and what it logged and asked for."""

    def __init__(self, browser: Browser, target: str, session: str) -> None:
        self._browser, self._target, self._session = browser, target, session
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._send(f"{domain}.enable")

    def _send(self, method: str, **params: Value) -> bytes:
        return self._browser.send(method, self._session, **params)

    def size(self, width: int, height: int = 900, *, dark: bool = False, scale: float = 1) -> None:
        """The window's size, and whether the machine prefers dark."""
        self._send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)
        scheme: list[Value] = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._send("Emulation.setEmulatedMedia", features=scheme)

    def open(self, url: str) -> None:
        """Goes to an address and waits until the page is there."""
        self.run("window.left = true", bool)
        went = msgspec.json.decode(self._send("Page.navigate", url=url), type=_Went)
        if went.error_text:
            raise FailedError(f"{url}: {went.error_text}")
        here = "true" if url == "about:blank" else "location.href !== 'about:blank'"  # a new page goes there first, by itself
        self.wait(f"!window.left && {here} && document.readyState === 'complete' && !document.querySelector('.wait')")

    def run(self, script: str, kind: type[T]) -> T:
        """The value of an expression on the page (a promise's, once it has it)."""
        answer = self._send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True)
        found = msgspec.json.decode(answer, type=_Evaluated)
        if found.exception_details:
            raise FailedError(f"{script[:200]}: {bytes(found.exception_details).decode()[:600]}")
        return msgspec.json.decode(msgspec.json.decode(found.result, type=_Result).value, type=kind)

    def wait(self, condition: str, seconds: float = 20.0) -> None:
        """Waits until an expression is true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.run(f"Boolean({condition})", bool):
                return
            time.sleep(0.03)
        raise FailedError(f"never true: {condition}\n{self.text()[:1500]}")

    def text(self, selector: str = "body") -> str:
        """The words that are seen in an element; empty where there is none."""
        return self.run(f"document.querySelector({_quoted(selector)})?.innerText ?? ''", str)

    def click(self, selector: str, *, text: str = "") -> None:
        """Presses the mouse on the first element of a selector (that holds a text)."""
        holds = f"(e.innerText ?? '').includes({_quoted(text)})"
        find = f"[...document.querySelectorAll({_quoted(selector)})].find((e) => {holds})"
        self.wait(find)
        x, y = self.run(_RESTING % find, tuple[float, float])
        self.press(x, y)

    def press(self, x: float, y: float, to: tuple[float, float] | None = None) -> None:
        """Presses the mouse at a point, and lets it go there or elsewhere."""
        self._send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self._send("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, button="left", buttons=1, clickCount=1)
        end = to or (x, y)
        if to:
            for n in (1, 2, 3, 4):
                self._send(
                    "Input.dispatchMouseEvent",
                    type="mouseMoved",
                    x=x + (end[0] - x) * n / 4,
                    y=y + (end[1] - y) * n / 4,
                    button="left",
                    buttons=1,
                )
        self._send("Input.dispatchMouseEvent", type="mouseReleased", x=end[0], y=end[1], button="left", clickCount=1)

    def key(self, name: str) -> None:
        """Presses a key."""
        text, code = _KEYS.get(name, (name, ord(name[0])))
        self._send(
            "Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", key=name, code=name, windowsVirtualKeyCode=code, text=text
        )
        self._send("Input.dispatchKeyEvent", type="keyUp", key=name, code=name, windowsVirtualKeyCode=code)

    def type(self, text: str) -> None:
        """Types into what has the focus."""
        self._send("Input.insertText", text=text)

    def shot(self, *, whole: bool = False) -> bytes:
        """A picture of what is seen, or of the whole page, as PNG."""
        answer = self._send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return base64.b64decode(msgspec.json.decode(answer, type=_Shot).data)

    def close(self) -> None:
        """Away with it."""
        self._browser.send("Target.closeTarget", targetId=self._target)

    def complaints(self) -> list[str]:
        """Errors that the page threw or logged, by its scripts or its policy."""
        self._browser.listen(0.1)
        found = []
        for event in self._browser.events:
            if event.method == "Runtime.exceptionThrown":
                found.append(bytes(event.params).decode()[:800])
            elif event.method == "Log.entryAdded":
                entry = msgspec.json.decode(event.params, type=_Entry).entry
                found += [entry.text] if entry.level == "error" else []
            elif event.method == "Runtime.consoleAPICalled":
                called = msgspec.json.decode(event.params, type=_Called)
                found += [b" ".join(map(bytes, called.args)).decode()[:800]] if called.type == "error" else []
        return found

    def asked(self) -> list[str]:
        """All addresses that were asked for."""
        sent = (e for e in self._browser.events if e.method == "Network.requestWillBeSent")
        return [msgspec.json.decode(e.params, type=_Sent).request.url for e in sent]
