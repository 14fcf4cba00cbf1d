"""libcareer: an offline career explorer for library and information work.

Use it as a program (``libcareer --help``) or as a library: ``libcareer.load()`` gives the catalog
that all commands query.
"""

__version__ = "0.1.0"
__all__ = ["__version__", "load"]

TYPE_CHECKING = False  # to load `typing` would take longer than to print the version
if TYPE_CHECKING:
    from libcareer.catalog import load


def __getattr__(name: str) -> object:
    # The catalog pulls in msgspec; `libcareer --version` should not pay for it.
    if name == "load":
        from libcareer.catalog import load

        return load
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
