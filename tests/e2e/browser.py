"""A headless Chromium, driven over WebDriver (Debian: chromium, chromium-driver)."""

import base64
import contextlib
import json
import shutil
import subprocess
import urllib.error
import urllib.request

DRIVER = shutil.which("chromedriver")
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,1600"]


class Browser:
    def __init__(self, port, dark=False):
        self.base = f"http://127.0.0.1:{port}/session"
        arguments = ARGUMENTS + (["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else [])
        options = {"args": arguments, "binary": shutil.which("chromium")}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = self._call("", {"capabilities": {"alwaysMatch": wanted}})
        self.base += "/" + session["sessionId"]

    def _call(self, path, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"content-type": "application/json"}, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=60) as reply:
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()[:500]}") from None

    def open(self, path):
        self._call("/url", {"url": f"file://{path}"})

    def run(self, script, *arguments):
        """The value of a function body in JavaScript."""
        return self._call("/execute/sync", {"script": script, "args": list(arguments)})

    def messages(self):
        """What the console has had since it was last asked: errors, refusals by the page's policy."""
        return [entry["message"] for entry in self._call("/se/log", {"type": "browser"})]

    def press(self, key):
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._call("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": keys}]})

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._call("/screenshot")))

    def quit(self):
        self._call("", method="DELETE")


@contextlib.contextmanager
def browser(dark=False):
    driver = subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for line in driver.stdout:
            if "started successfully on port" in line:
                port = int(line.rstrip().rstrip(".").split()[-1])
                break
        else:
            raise AssertionError("chromedriver does not start")
        one = Browser(port, dark)
        try:
            yield one
        finally:
            one.quit()
    finally:
        driver.terminate()
        driver.wait(timeout=30)
