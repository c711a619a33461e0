"""`python -m axplan.cli`: the same as `axplan`."""

from axplan.cli import main

main()
