"""libcareer: an offline career explorer for library and information work.

Use it as a program (`libcareer --help`) or as a library: `libcareer.load()` gives the catalog that all
commands query, and the engines in `libcareer.engines` answer questions about it.
"""

__version__ = "0.1.0"
__all__ = [
    "BadAnswers",
    "BadData",
    "Catalog",
    "LibcareerError",
    "Problem",
    "SavedFileError",
    "SeveralNames",
    "UnknownName",
    "__version__",
    "load",
]

TYPE_CHECKING = False  # importing `typing` would take longer than printing the version
if TYPE_CHECKING:
    from libcareer.catalog import Catalog, load
    from libcareer.errors import (
        BadAnswers,
        BadData,
        LibcareerError,
        Problem,
        SavedFileError,
        SeveralNames,
        UnknownName,
    )
else:

    def __getattr__(name: str) -> object:
        # Imported on first use: the catalog needs msgspec, and `libcareer --version` does not.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import importlib

        module = "catalog" if name in ("Catalog", "load") else "errors"
        return getattr(importlib.import_module(f"{__name__}.{module}"), name)
