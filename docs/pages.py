"""Take the pictures of six pages, docs/pages/*.png, in a real browser.

    pip install -e '.[test,browser]'
    python docs/pages.py

The pages are made with the frozen part of the knowledge in tests/snapshot. LIBCAREER_BROWSER names the browser; without
it the first Chromium on the PATH is taken. A test sees that every picture that docs/pages.md shows is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "pages"
SNAPSHOT = ROOT / "tests" / "snapshot"

ALONE = {
    "path": "path archivist --from library-technician --have bachelor",
    "compare": "compare archivist library-technician",
    "quiz": "quiz --answers tests/answers.json --details",
}
"""Pages that stand alone, each with its command."""

SITE = {"site": "index.html", "role": "roles/archivist.html", "map": "maps/support.html"}
"""Pages of the site, each with its file."""

SIZES = {"map": (1100, 900)}
"""The windows of pages that are wider than others."""

USUAL = (800, 900)


def main() -> None:
    """Write every picture."""
    named = os.environ.get("LIBCAREER_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    if named is None:
        sys.exit("There is no Chromium here: LIBCAREER_BROWSER names one.")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = _pages(Path(folder))
        browser = playwright.chromium.launch(executable_path=named, args=["--no-sandbox"])
        for name, file in files.items():
            width, height = SIZES.get(name, USUAL)
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"file://{file}")
            if name == "site":
                page.fill("#title", "libary asistant")
            if name == "quiz":
                page.locator("figure").scroll_into_view_if_needed()
            page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
        browser.close()


def _pages(folder: Path) -> dict[str, Path]:
    """The files of the pages, made in *folder*."""
    _run("publish", str(folder / "site"))
    files = {name: folder / "site" / file for name, file in SITE.items()}
    for name, command in ALONE.items():
        files[name] = folder / f"{name}.html"
        files[name].write_text(_run(*command.split(), "--format", "html"), "utf-8")
    return files


def _run(*args: str) -> str:
    env = {**os.environ, "LIBCAREER_DATA": str(SNAPSHOT), "LIBCAREER_HOME": tempfile.mkdtemp()}
    command = [sys.executable, "-m", "libcareer", *args]
    return subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
