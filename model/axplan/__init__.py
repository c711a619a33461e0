"""axplan turns an industrial AI policy proposal into an optimised multi-year budget plan."""

__version__ = "0.1.0"
