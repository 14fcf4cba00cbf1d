"""The catalog: every record by id or name, read from YAML or from the compiled file."""

from libcareer.catalog.catalog import Catalog, load

__all__ = ["Catalog", "load"]
