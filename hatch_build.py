"""Build hook: compile the knowledge files into the wheel; a problem in them fails the build."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileKnowledge(BuildHookInterface):  # type: ignore[type-arg]
    """Adds data/catalog.msgpack and the templates to the wheel; an editable install reads the repository's files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the knowledge before hatchling collects the files of the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)

        from libcareer.catalog.catalog import COMPILED
        from libcareer.catalog.compiled import compile
        from libcareer.knowledge.reading import read_merged

        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / COMPILED
        path.write_bytes(compile(read_merged(None)))
        build_data["force_include"][str(path)] = f"libcareer/data/{COMPILED}"
        build_data["force_include"][str(Path(self.root) / "docs" / "templates")] = "libcareer/templates"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder; the wheel has its copy."""
        if version != "editable":
            self._folder.cleanup()
