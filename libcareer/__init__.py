"""libcareer: an offline career explorer for library and information work.

Use it as a program (`libcareer --help`) or as a library: `libcareer.Guide()` has a method for each thing that the
program answers. Below it, `libcareer.load()` gives the catalog, and the engines in `libcareer.engines` compute.
"""

__version__ = "0.1.0"
__all__ = [
    "BadAnswers",
    "BadData",
    "Catalog",
    "Guide",
    "LibcareerError",
    "Problem",
    "Result",
    "SavedFileError",
    "SeveralNames",
    "UnknownName",
    "WrongUsage",
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
        WrongUsage,
    )
    from libcareer.guide import Guide, Result
else:

    def __getattr__(name: str) -> object:
        # Imported on first use: the catalog needs msgspec, and `libcareer --version` does not.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import importlib

        modules = {"Catalog": "catalog", "load": "catalog", "Guide": "guide", "Result": "guide"}
        module = modules.get(name, "errors")
        return getattr(importlib.import_module(f"{__name__}.{module}"), name)
