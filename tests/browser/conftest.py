"""A real browser for the pages: Debian's Chromium or any other that LIBCAREER_BROWSER names, driven by Playwright.

Without Playwright or a browser these tests are skipped; `pytest -m "not browser"` leaves them out. With
LIBCAREER_BROWSER set, as in CI, a browser that does not start is a failure.
"""

from __future__ import annotations

import os
import shutil
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.commands.publish.folder import put_in_place
from libcareer.commands.publish.site import site_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from libcareer.catalog import Catalog

NAMED = os.environ.get("LIBCAREER_BROWSER")
BROWSER = NAMED or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")
"""Options of the browser: it runs as any user, and asks nothing of the network by itself."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")
            # One worker, one browser.
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser, closed after the module: while it is open, the loop of Playwright runs, and no other one can."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        if NAMED:
            raise
        pytest.skip("Playwright is not installed: pip install -e '.[test,browser]'")
    if BROWSER is None:
        pytest.skip("no Chromium here: LIBCAREER_BROWSER names one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(snapshot: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the frozen knowledge."""
    folder: Path = tmp_path_factory.mktemp("published") / "site"
    put_in_place(folder, site_files(snapshot, "Careers in libraries"))
    return folder


class Tab:
    """A page of the browser, with every address that it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, file: Path, place: str = "") -> Page:
        """The page after it has loaded *file*."""
        self.page.goto(f"file://{file}{place}")
        return self.page

    def width(self) -> int:
        """How wide the document is; wider than the window, a part of it is cut off."""
        wide: int = self.page.evaluate("document.documentElement.scrollWidth")
        return wide

    def violations(self) -> list[str]:
        """What axe complains about."""
        self.page.evaluate((resources.files("axe_core_python") / "axe.min.js").read_text("utf-8"))
        found = self.page.evaluate("axe.run(document, {preload: false})")
        return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A new page of the browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield Tab(context.new_page())
    context.close()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Tab]:
    """A new page of the browser without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield Tab(context.new_page())
    context.close()
