"""`python -m axplan.cli`: the same as `axplan`."""

from __future__ import annotations

from axplan.cli import main

main()
